import { isAtLeast } from '../is-at-least.ts';

/** `proxy_ssl_verify_depth 4` since 2.6.0 (pull request #5174); nginx's default before. */
export function verifyDepth(version: string): number {
  return isAtLeast(version, 2, 6) ? 4 : 1;
}

/** `Gateway.spec.tls.backend` is read since 2.3 (pull request #3900). */
export function readsGatewayBackendTls(version: string): boolean {
  return isAtLeast(version, 2, 3);
}
