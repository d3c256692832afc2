import { UPSTREAM_TLS_CONTEXT } from '../../../../core/implementations/envoy-entries.ts';
import type { Fields } from '../../json.ts';
import {
  intermediateRoutes,
  type IntermediateSetting,
  type IntermediateTls,
} from './intermediate-form.ts';

/** What was recorded for one connection: the status of a direct response, plaintext, or TLS. */
export type Upstream = number | 'plaintext' | UpstreamTlsForm;

/** The context and the secrets it asks for, by name. */
export interface UpstreamTlsForm {
  readonly context: object;
  readonly secrets: Readonly<Record<string, string>>;
}

/** The recorded fate of every rule (`listener rule`) and of every backend (`listener rule/backend/0`). */
export function recordedUpstreams(output: Fields): ReadonlyMap<string, Upstream> {
  const found = new Map<string, Upstream>();
  for (const { listener, name, directResponse, destination } of intermediateRoutes(output)) {
    const rule = name.split('/match/')[0] ?? '';
    if (directResponse !== undefined) found.set(`${listener} ${rule}`, directResponse.statusCode);
    const settings = destination?.settings ?? [];
    for (const setting of settings)
      found.set(`${listener} ${setting.name}`, fateOf(setting, settings));
  }
  return found;
}

/** A setting without endpoints stands for a refused backendRef: its share of requests gets 500. */
function fateOf(setting: IntermediateSetting, all: readonly IntermediateSetting[]): Upstream {
  const { endpoints, isDynamicResolver, tls } = setting;
  if (endpoints === undefined && isDynamicResolver !== true) return 500;
  if (tls === undefined) return 'plaintext';
  const valid = all.filter((one) => one.endpoints !== undefined || one.isDynamicResolver === true);
  const sniFromRequest = valid.every((one) => one.tls !== undefined && one.tls.sni === undefined);
  const checksSni = sniFromRequest && isDynamicResolver !== true;
  return { context: contextOf(tls, checksSni), secrets: secretsOf(tls) };
}

/**
 * The UpstreamTlsContext that Envoy Gateway's second translator makes of the intermediate form.
 *
 * @see internal/xds/translator/translator.go `buildXdsUpstreamTLSSocketWthCert`
 */
function contextOf(tls: IntermediateTls, checksSni: boolean): object {
  const { sni, subjectAltNames = [], insecureSkipVerify, autoSNIFromEndpointHostname } = tls;
  const skips = insecureSkipVerify === true;
  const comparesSni = checksSni && subjectAltNames.length === 0 && !skips;
  return {
    '@type': UPSTREAM_TLS_CONTEXT,
    ...(autoSNIFromEndpointHostname === true && { autoHostSni: true }),
    ...(comparesSni && { autoSniSanValidation: true }),
    commonTlsContext: {
      ...(tls.alpnProtocols?.length && { alpnProtocols: tls.alpnProtocols }),
      ...(!skips && validation(tls)),
      ...(tls.clientCertificates?.length && {
        tlsCertificateSdsSecretConfigs: tls.clientCertificates.map(({ name, sds }) =>
          secretConfig(name, sds),
        ),
      }),
      ...parameters(tls),
    },
    ...(sni !== undefined && { sni }),
  };
}

function validation({ sni, subjectAltNames = [], caCertificate }: IntermediateTls): object {
  if (caCertificate === undefined) return {};
  const dns = (exact: string) => ({ matcher: { exact }, sanType: 'DNS' });
  const listed = subjectAltNames.map(({ hostname, uri = '' }) =>
    hostname === undefined ? { matcher: { exact: uri }, sanType: 'URI' } : dns(hostname),
  );
  const names = listed.length > 0 || sni === undefined ? listed : [dns(sni)];
  return {
    combinedValidationContext: {
      defaultValidationContext: names.length === 0 ? {} : { matchTypedSubjectAltNames: names },
      validationContextSdsSecretConfig: secretConfig(caCertificate.name, caCertificate.sds),
    },
  };
}

/** From the control plane, or under the server's own name from an SDS server. */
function secretConfig(name: string, sds: { readonly secretName: string } | undefined): object {
  return sds === undefined
    ? { name, sdsConfig: { ads: {}, resourceApiVersion: 'V3' } }
    : { name: sds.secretName, sdsConfig: 'server' };
}

function parameters(tls: IntermediateTls): object {
  const { ciphers, ecdhCurves, signatureAlgorithms, minVersion, maxVersion } = tls;
  const version = (text: string): string =>
    /^1\.[0-3]$/.test(text) ? `TLSv${text.replace('.', '_')}` : 'TLS_AUTO';
  const tlsParams = {
    ...(ciphers && { cipherSuites: ciphers }),
    ...(ecdhCurves && { ecdhCurves }),
    ...(signatureAlgorithms && { signatureAlgorithms }),
    ...(maxVersion !== undefined && { tlsMaximumProtocolVersion: version(maxVersion) }),
    ...(minVersion !== undefined && { tlsMinimumProtocolVersion: version(minVersion) }),
  };
  return Object.keys(tlsParams).length === 0 ? {} : { tlsParams };
}

/** Certificates in base64; `system` for the system's roots. Keys are not in the recordings. */
function secretsOf(tls: IntermediateTls): Readonly<Record<string, string>> {
  const { caCertificate, clientCertificates = [], useSystemTrustStore, insecureSkipVerify } = tls;
  const authority: readonly (readonly [string, string])[] =
    caCertificate === undefined || caCertificate.sds !== undefined || insecureSkipVerify === true
      ? []
      : [[caCertificate.name, useSystemTrustStore ? 'system' : (caCertificate.certificate ?? '')]];
  const pairs = clientCertificates.flatMap(({ name, certificate = '', sds }) =>
    sds === undefined ? [[name, certificate] as const] : [],
  );
  return Object.fromEntries([...authority, ...pairs]);
}
