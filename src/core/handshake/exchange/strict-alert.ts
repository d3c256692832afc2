import type { AlertNumber } from '../../tls/alert-number.ts';
import { alertForVerifyError } from '../../tls/openssl-alerts.ts';
import type { ExchangeFacts } from './types.ts';

/**
 * The alert with which a strict server refuses a client certificate, or the lack of one. OpenSSL tells the cause; Go
 * says bad_certificate whatever it is; Node drops the connection without an alert, except when nothing was sent.
 *
 * @returns null when no alert is sent
 * @see OpenSSL ssl/statem/statem_srvr.c `tls_process_client_certificate`; Go src/crypto/tls/handshake_server.go
 *   `processCertsFromClient`; Node lib/_tls_wrap.js `onServerSocketSecure`
 */
export function strictAlert({
  clientCheck,
  negotiated,
  request,
}: ExchangeFacts): AlertNumber | null {
  const { backend } = request;
  const software = backend.kind === 'strict' ? (backend.software ?? 'openssl') : 'openssl';
  if (software === 'go') return 42;
  const first = clientCheck?.first;
  if (first !== undefined) return software === 'node' ? null : alertForVerifyError(first.code);
  return typeof negotiated !== 'string' && negotiated.version === 'TLSv1.3' ? 116 : 40;
}
