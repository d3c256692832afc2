import type { UpstreamTls } from '../types.ts';
import type { GatewayClientCertificate } from './gateway-client-certificate.ts';
import { isIpAddress } from './inline-tls.ts';
import type { TlsPolicyVerdict } from './tls-policy.ts';

/** `ProxyError::UpstreamCallFailed`: the TLS configuration holds bytes that are no certificate. */
export const UPSTREAM_FAILED = 503;

/**
 * What a BackendTLSPolicy makes of a connection. An unusable CA or client certificate is sent as the bytes
 * `invalid`, so every handshake fails.
 */
export function policySettings(
  { policy, hostname, sans, trust, accepted }: TlsPolicyVerdict,
  client: GatewayClientCertificate,
): Pick<UpstreamTls, 'mode'> & Partial<UpstreamTls> {
  const refusal = client.kind === 'refused' ? client.message : accepted?.message;
  if (trust === undefined || client.kind === 'refused') {
    const reason = refusal ?? 'The policy has no usable CA.';
    return { mode: 'blocked', blockedStatus: UPSTREAM_FAILED, reason };
  }
  return {
    mode: 'tls',
    policy: { objectId: policy.id, path: ['spec'] },
    ...(isIpAddress(hostname.value) ? {} : { sni: hostname }),
    verifyNames: sans.length === 0 ? [hostname] : [],
    sanMatchers: sans,
    trust,
    ...(client.kind === 'used' ? { clientCertificate: client.certificate } : {}),
  };
}
