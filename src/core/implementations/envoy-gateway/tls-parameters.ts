import type { Sourced, UpstreamTls } from '../types.ts';
import type { RouteProtocol } from './upstream-protocol.ts';
import type { ClientSettings } from './tls-settings.ts';
import type { EnvoyGatewayTraits } from './traits.ts';

/** Envoy's cipher list for upstream connections with BoringSSL (source/common/tls/client_context_impl). */
const DEFAULT_CIPHERS =
  '[ECDHE-ECDSA-AES128-GCM-SHA256|ECDHE-ECDSA-CHACHA20-POLY1305]:[ECDHE-RSA-AES128-GCM-SHA256|ECDHE-RSA-CHACHA20-POLY1305]:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384';

const ORDER = ['1.0', '1.1', '1.2', '1.3'];

/** Versions, ciphers, groups, signature algorithms and ALPN as Envoy offers them. */
export function tlsParameters(
  client: ClientSettings,
  traits: EnvoyGatewayTraits,
  protocol: RouteProtocol,
): Pick<
  UpstreamTls,
  'versions' | 'ciphers' | 'curves' | 'signatureAlgorithms' | 'alpn' | 'parameterFields'
> {
  const { minVersion, maxVersion, ciphers, ecdhCurves, signatureAlgorithms } = client;
  const alpn = offeredProtocols(client, protocol);
  return {
    versions: versionsBetween(writtenMinimum(client), writtenMaximum(client, traits)),
    ciphers: ciphers?.value.join(':') ?? DEFAULT_CIPHERS,
    ...(ecdhCurves && { curves: ecdhCurves }),
    ...(signatureAlgorithms && { signatureAlgorithms }),
    ...(alpn && { alpn }),
    parameterFields: {
      ...(minVersion?.from && { minVersion: minVersion.from }),
      ...(maxVersion?.from && { maxVersion: maxVersion.from }),
      ...(ciphers?.from && { ciphers: ciphers.from }),
    },
  };
}

/** `tlsParams.tlsMinimumProtocolVersion` as Envoy Gateway fills it in; undefined when it writes none. */
export function writtenMinimum({ minVersion }: ClientSettings): string {
  return minVersion?.value ?? '1.2';
}

/** The highest version; older releases write none, and Envoy then stops at TLS 1.2. */
export function writtenMaximum({ maxVersion }: ClientSettings, traits: EnvoyGatewayTraits): string {
  return maxVersion?.value ?? (traits.writesTls13 ? '1.3' : '1.2');
}

/** `Auto` and what is not known become TLS_AUTO, for which a client takes TLS 1.2 at both ends. */
function versionsBetween(lowest: string, highest: string): readonly string[] {
  const [from, to] = [lowest, highest].map((version) =>
    ORDER.indexOf(ORDER.includes(version) ? version : '1.2'),
  );
  return ORDER.slice(from, (to ?? 0) + 1).map((version) =>
    version === '1.0' ? 'TLSv1' : `TLSv${version}`,
  );
}

function offeredProtocols(
  { alpnProtocols }: ClientSettings,
  protocol: RouteProtocol,
): Sourced<readonly string[]> | undefined {
  if (alpnProtocols !== undefined)
    return alpnProtocols.value.length === 0 ? undefined : alpnProtocols;
  switch (protocol) {
    case 'http':
      return { value: ['h2', 'http/1.1'] };
    case 'http2':
      return { value: ['h2'] };
    case 'http1':
      return { value: ['http/1.1'] };
    default:
      return protocol satisfies never;
  }
}
