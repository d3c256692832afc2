import type { FieldRef } from '../../model/index.ts';
import type { SanMatcher, Sourced, UpstreamTls } from '../types.ts';
import type { YamlEntry, YamlItem } from '../yaml-lines.ts';
import type { BackendOutcome } from './types.ts';
import type { ClientSettings, ServerValidation, TlsSettings } from './tls-settings.ts';
import { writtenMaximum, writtenMinimum } from './tls-parameters.ts';
import type { EnvoyGatewayTraits } from './traits.ts';

/** `@type` of the context. */
export const UPSTREAM_TLS_CONTEXT =
  'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext';

const SDS_CONFIG: YamlEntry = {
  key: 'sdsConfig',
  value: {
    map: [
      { key: 'ads', value: { map: [] } },
      { key: 'resourceApiVersion', value: 'V3' },
    ],
  },
};

/**
 * `UpstreamTlsContext` of one backend, keys in the order in which they are written.
 *
 * @see internal/xds/translator/translator.go `buildXdsUpstreamTLSSocketWthCert`
 */
export function upstreamTlsContext(
  { validation, client }: TlsSettings,
  { backend, dynamicResolver }: BackendOutcome,
  upstream: UpstreamTls,
  traits: EnvoyGatewayTraits,
): readonly YamlEntry[] {
  const { sni, sniFromEndpoint, skipVerify } = validation;
  const tls: FieldRef | undefined = backend && { objectId: backend.id, path: ['spec', 'tls'] };
  const checksSni =
    sni === undefined && skipVerify === undefined && !dynamicResolver && traits.backendSni;
  return [
    { key: '@type', value: UPSTREAM_TLS_CONTEXT },
    ...(sniFromEndpoint ? [{ key: 'autoHostSni', value: true, from: sniFromEndpoint }] : []),
    ...(checksSni ? [{ key: 'autoSniSanValidation', value: true, ...(tls && { from: tls }) }] : []),
    {
      key: 'commonTlsContext',
      value: { map: commonTlsContext(validation, client, upstream, traits) },
    },
    ...(sni === undefined ? [] : [sourced('sni', sni)]),
  ];
}

function commonTlsContext(
  validation: ServerValidation,
  client: ClientSettings,
  upstream: UpstreamTls,
  traits: EnvoyGatewayTraits,
): readonly YamlEntry[] {
  const { alpnProtocols, certificate } = client;
  const offered = alpnProtocols !== undefined && alpnProtocols.value.length > 0;
  const name =
    certificate?.kind === 'inline' ? certificate.secretName : certificate?.sds.secretName;
  const from = certificate?.kind === 'inline' ? certificate.certificate.from : certificate?.from;
  const parameters = tlsParams(client, traits);
  return [
    ...(offered ? [list('alpnProtocols', alpnProtocols)] : []),
    ...combinedContext(validation, upstream),
    ...(name === undefined
      ? []
      : [
          {
            key: 'tlsCertificateSdsSecretConfigs',
            value: { list: [{ value: [{ key: 'name', value: name }, SDS_CONFIG] }] },
            ...(from && { from }),
          },
        ]),
    ...(parameters.length === 0 ? [] : [{ key: 'tlsParams', value: { map: parameters } }]),
  ];
}

/** Nothing with `insecureSkipVerify`. A name that is only known with the request is left to `autoSniSanValidation`. */
function combinedContext(
  { skipVerify, authority, sni, subjectAltNames }: ServerValidation,
  { sanMatchers }: UpstreamTls,
): readonly YamlEntry[] {
  if (skipVerify !== undefined || authority === undefined) return [];
  const written = sni === undefined && subjectAltNames.length === 0 ? [] : (sanMatchers ?? []);
  const names: readonly YamlEntry[] =
    written.length === 0
      ? []
      : [{ key: 'matchTypedSubjectAltNames', value: { list: written.map(matcher) } }];
  const secret = { key: 'name', value: authority.secretName };
  return [
    {
      key: 'combinedValidationContext',
      value: {
        map: [
          { key: 'defaultValidationContext', value: { map: names } },
          {
            key: 'validationContextSdsSecretConfig',
            value: { map: [secret, SDS_CONFIG] },
            from: authority.from,
          },
        ],
      },
    },
  ];
}

function matcher({ value, from }: Sourced<SanMatcher>): YamlItem {
  return {
    value: [
      { key: 'matcher', value: { map: [{ key: value.match, value: value.value }] } },
      { key: 'sanType', value: value.san.toUpperCase() },
    ],
    ...(from && { from }),
  };
}

/** Older releases write versions only where they are configured. */
function tlsParams(client: ClientSettings, traits: EnvoyGatewayTraits): readonly YamlEntry[] {
  const { ciphers, ecdhCurves, signatureAlgorithms, minVersion, maxVersion } = client;
  const version = (key: string, value: string, from: FieldRef | undefined): YamlEntry => ({
    key,
    value: /^1\.[0-3]$/.test(value) ? `TLSv${value.replace('.', '_')}` : 'TLS_AUTO',
    ...(from && { from }),
  });
  const always = traits.writesTls13;
  return [
    ...(ciphers ? [list('cipherSuites', ciphers)] : []),
    ...(ecdhCurves ? [list('ecdhCurves', ecdhCurves)] : []),
    ...(signatureAlgorithms ? [list('signatureAlgorithms', signatureAlgorithms)] : []),
    ...(always || maxVersion
      ? [version('tlsMaximumProtocolVersion', writtenMaximum(client, traits), maxVersion?.from)]
      : []),
    ...(always || minVersion
      ? [version('tlsMinimumProtocolVersion', writtenMinimum(client), minVersion?.from)]
      : []),
  ];
}

function sourced(key: string, { value, from }: Sourced<string>): YamlEntry {
  return { key, value, ...(from && { from }) };
}

function list(key: string, { value, from }: Sourced<readonly string[]>): YamlEntry {
  return { key, value: { list: value.map((one) => ({ value: one })) }, ...(from && { from }) };
}
