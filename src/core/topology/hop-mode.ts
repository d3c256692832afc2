import type { UpstreamTls } from '../implementations/types.ts';
import type { BackendTls } from '../workload/types.ts';
import type { TlsHop } from './types.ts';

/**
 * What kind of pipe the gateway is programmed to lay. Mutual needs both sides: a gateway that has a
 * certificate and a backend that may ask for one. Nothing is drawn as a TLS pipe that is not TLS.
 */
export function hopMode(upstream: UpstreamTls, backend: BackendTls | undefined): TlsHop['mode'] {
  switch (upstream.mode) {
    case 'plaintext':
      return 'plain-http';
    case 'blocked':
      return 'blocked';
    case 'tls':
      return upstream.clientCertificate && mayAskForCertificate(backend)
        ? 'mutual-tls'
        : 'one-way-tls';
    default:
      return upstream.mode satisfies never;
  }
}

/** An unknown backend may ask; a known one asks unless every server has `ssl_verify_client off`. */
function mayAskForCertificate(backend: BackendTls | undefined): boolean {
  if (!backend || backend.servers.length === 0) return true;
  return backend.servers.some(({ verifyClient }) => verifyClient !== 'off');
}
