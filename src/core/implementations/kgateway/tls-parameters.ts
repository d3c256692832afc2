import { itemsAt, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Sourced, UpstreamTls } from '../types.ts';
import type { KgatewayFeatures } from './versions.ts';

/** Protocol settings of a TLS client in Envoy's names; what is absent is left to Envoy. */
export type TlsParameters = Pick<
  UpstreamTls,
  'versions' | 'ciphers' | 'curves' | 'signatureAlgorithms' | 'alpn'
>;

const VERSIONS = ['1.0', '1.1', '1.2', '1.3'];

/**
 * Envoy's client offers TLS 1.2 alone unless it is told otherwise.
 *
 * @see Envoy extensions/transport_sockets/tls/v3/common.proto TlsParameters
 */
export const ENVOY_CLIENT_VERSIONS: readonly string[] = ['TLSv1.2'];

/** `spec.tls.parameters` and `alpnProtocols`. Names are passed on unchecked in the STANDARD mode. */
export function tlsParameters(policy: ManifestObject, features: KgatewayFeatures): TlsParameters {
  const parameters = ['spec', 'tls', 'parameters'];
  const list = (path: readonly string[]): Sourced<readonly string[]> | undefined => {
    const value = itemsAt(policy.value, path).filter((item) => typeof item === 'string');
    return value.length === 0 ? undefined : { value, from: { objectId: policy.id, path } };
  };
  const ciphers = list([...parameters, 'cipherSuites'])?.value.join(':');
  const curves = list([...parameters, 'ecdhCurves']);
  const signatureAlgorithms = features.signatureAlgorithms
    ? list([...parameters, 'signatureAlgorithms'])
    : undefined;
  const alpn = list(['spec', 'tls', 'alpnProtocols']);
  return {
    versions: versionsOf(policy),
    ...(ciphers === undefined ? {} : { ciphers }),
    ...(curves === undefined ? {} : { curves }),
    ...(signatureAlgorithms === undefined ? {} : { signatureAlgorithms }),
    ...(alpn === undefined ? {} : { alpn }),
  };
}

/** Both ends are 1.2 by default, so `minVersion: "1.3"` alone leaves no version. */
function versionsOf(policy: ManifestObject): readonly string[] {
  const bound = (name: string): number => {
    const value = valueAt(policy.value, ['spec', 'tls', 'parameters', name]);
    const written = stringAt(value, []) ?? 'AUTO';
    return VERSIONS.indexOf(written === 'AUTO' ? '1.2' : written);
  };
  return VERSIONS.slice(bound('minVersion'), bound('maxVersion') + 1).map((version) =>
    version === '1.0' ? 'TLSv1' : `TLSv${version}`,
  );
}
