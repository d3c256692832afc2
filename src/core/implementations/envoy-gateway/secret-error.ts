import { envoyMaterialError } from '../envoy-material-error.ts';
import type { SecretError } from '../types.ts';
import type { TlsSettings } from './tls-settings.ts';

const NOT_SUPPLIED = 'TLS error: Secret is not supplied by SDS';

/**
 * Whether Envoy rejects the CA bundle or the client certificate it is sent. The control plane looks into neither,
 * so every condition stays True; a cluster that never got a good secret answers 503.
 */
export function secretError({ validation, client }: TlsSettings): SecretError | null {
  const { authority, skipVerify } = validation;
  const { certificate } = client;
  const error = envoyMaterialError(
    skipVerify === undefined && authority?.kind === 'inline' ? authority : undefined,
    certificate?.kind === 'inline' ? certificate.certificate : undefined,
  );
  return error && { ...error, transportFailure: NOT_SUPPLIED, status: 503 };
}
