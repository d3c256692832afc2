import type { FieldRef } from '../../model/index.ts';
import { protocolVersion, subjectAltNameMatchers, UPSTREAM_TLS_CONTEXT } from '../envoy-entries.ts';
import type { UpstreamTls } from '../types.ts';
import { listEntry, textEntry, type YamlEntry } from '../yaml-lines.ts';
import type { TranslatedConnection } from './types.ts';
import { secretConfig } from './secret-config.ts';
import type {
  ClientSettings,
  PresentedCertificate,
  ServerValidation,
  TlsSettings,
} from './tls-settings.ts';
import { writtenMaximum, writtenMinimum } from './tls-parameters.ts';
import type { EnvoyGatewayTraits } from './traits.ts';

/**
 * `UpstreamTlsContext` of one backend, keys in the order in which they are written. Where the SNI is taken from
 * the request and no names are listed, Envoy compares the name that it sent.
 *
 * @see internal/xds/translator/translator.go `buildXdsUpstreamTLSSocketWthCert`
 */
export function upstreamTlsContext(
  { validation, client }: TlsSettings,
  { outcome, rule, state }: TranslatedConnection,
  upstream: UpstreamTls,
): readonly YamlEntry[] {
  const { sni, sniFromEndpoint, skipVerify, subjectAltNames } = validation;
  const { backend, dynamicResolver } = outcome;
  const { traits } = state.context;
  const tls: FieldRef | undefined = backend && { objectId: backend.id, path: ['spec', 'tls'] };
  const checksSni =
    rule.sniFromRequest &&
    subjectAltNames.length === 0 &&
    skipVerify === undefined &&
    !dynamicResolver;
  return [
    { key: '@type', value: UPSTREAM_TLS_CONTEXT },
    ...(sniFromEndpoint ? [{ key: 'autoHostSni', value: true, from: sniFromEndpoint }] : []),
    ...(checksSni ? [{ key: 'autoSniSanValidation', value: true, ...(tls && { from: tls }) }] : []),
    {
      key: 'commonTlsContext',
      value: { map: commonTlsContext(validation, client, upstream, traits) },
    },
    ...(sni === undefined ? [] : [textEntry('sni', sni)]),
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
  const parameters = tlsParams(client, traits);
  return [
    ...(offered ? [listEntry('alpnProtocols', alpnProtocols)] : []),
    ...combinedContext(validation, upstream),
    ...(certificate === undefined ? [] : [certificateConfig(certificate)]),
    ...(parameters.length === 0 ? [] : [{ key: 'tlsParams', value: { map: parameters } }]),
  ];
}

function certificateConfig(certificate: PresentedCertificate): YamlEntry {
  const isInline = certificate.kind === 'inline';
  const value = secretConfig(isInline ? certificate.secretName : certificate.sds);
  const from = isInline ? certificate.certificate.from : certificate.from;
  return { key: 'tlsCertificateSdsSecretConfigs', value: { list: [{ value }] }, from };
}

/** Nothing with `insecureSkipVerify`. A name that is only known with the request is left to `autoSniSanValidation`. */
function combinedContext(
  { skipVerify, authority, sni, subjectAltNames }: ServerValidation,
  { sanMatchers }: UpstreamTls,
): readonly YamlEntry[] {
  if (skipVerify !== undefined || authority === undefined) return [];
  const written = sni === undefined && subjectAltNames.length === 0 ? [] : (sanMatchers ?? []);
  const secret = secretConfig(authority.kind === 'sds' ? authority.sds : authority.secretName);
  return [
    {
      key: 'combinedValidationContext',
      value: {
        map: [
          { key: 'defaultValidationContext', value: { map: subjectAltNameMatchers(written) } },
          {
            key: 'validationContextSdsSecretConfig',
            value: { map: secret },
            from: authority.from,
          },
        ],
      },
    },
  ];
}

/** Older releases write versions only where they are configured. */
function tlsParams(client: ClientSettings, traits: EnvoyGatewayTraits): readonly YamlEntry[] {
  const { ciphers, ecdhCurves, signatureAlgorithms, minVersion, maxVersion } = client;
  const always = traits.writesTls13;
  return [
    ...(ciphers ? [listEntry('cipherSuites', ciphers)] : []),
    ...(ecdhCurves ? [listEntry('ecdhCurves', ecdhCurves)] : []),
    ...(signatureAlgorithms ? [listEntry('signatureAlgorithms', signatureAlgorithms)] : []),
    ...(always || maxVersion
      ? [
          protocolVersion(
            'tlsMaximumProtocolVersion',
            writtenMaximum(client, traits),
            maxVersion?.from,
          ),
        ]
      : []),
    ...(always || minVersion
      ? [protocolVersion('tlsMinimumProtocolVersion', writtenMinimum(client), minVersion?.from)]
      : []),
  ];
}
