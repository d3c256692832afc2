import type { Connection } from '../../gateway-api/index.ts';
import type { Sourced, UpstreamTls } from '../types.ts';
import { isIpAddress, type InlineTls } from './inline-tls.ts';
import { UPSTREAM_FAILED } from './policy-settings.ts';

/**
 * What a `tls` block makes of a connection. Without `sni` the name is the host that is called: the static
 * host, or the address of a Service's pod, which no manifest tells.
 */
export function inlineSettings(
  tls: InlineTls,
  { backend }: Connection,
): Pick<UpstreamTls, 'mode'> & Partial<UpstreamTls> {
  if (
    tls.trust === undefined ||
    tls.errors.some((error) => error.includes('invalid certificate'))
  ) {
    const reason = tls.errors.join('\n');
    return { mode: 'blocked', blockedStatus: UPSTREAM_FAILED, reason };
  }
  const host: Sourced<string> | undefined =
    backend.kind === 'external' ? { value: backend.host } : undefined;
  const name = tls.sni ?? host;
  const named = tls.insecure === undefined && tls.sans.length === 0 && name !== undefined;
  return {
    mode: 'tls',
    policy: { objectId: tls.object.id, path: tls.path },
    ...(name === undefined || isIpAddress(name.value) ? {} : { sni: name }),
    verifyNames: named ? [name] : [],
    sanMatchers: tls.sans,
    trust: tls.trust,
    ...(tls.clientCertificate === undefined ? {} : { clientCertificate: tls.clientCertificate }),
    ...(tls.alpn === undefined ? {} : { alpn: tls.alpn }),
    ...(tls.groups === undefined ? {} : { curves: tls.groups }),
  };
}
