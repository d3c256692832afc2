import type { DataValue } from '../../gateway-api/index.ts';
import { binaryText } from '../../verify/der/binary-text.ts';
import { goX509KeyPair } from '../../verify/go/x509-key-pair.ts';
import { parseCertsPem } from './parse-certs-pem.ts';

/** The chain as it is sent to the data plane, or the error in the controller's words. */
export type CleanKeyPair =
  { readonly ok: true; readonly chain: string } | { readonly ok: false; readonly message: string };

/**
 * `CleanedSslKeyPair`, which kgateway and agentgateway share: Go's `tls.X509KeyPair`, then every certificate
 * of the chain parsed and written anew.
 *
 * @see kgateway extensions2/pluginutils, agentgateway plugins/tls.go `cleanedSslKeyPair`
 */
export function cleanKeyPair(
  certificate: DataValue | undefined,
  key: DataValue | undefined,
): CleanKeyPair {
  const chain = textOf(certificate);
  const message = goX509KeyPair(chain, textOf(key));
  if (message !== null) return { ok: false, message };
  const parsed = parseCertsPem(chain);
  return parsed.ok ? { ok: true, chain: parsed.pem } : parsed;
}

function textOf(value: DataValue | undefined): string {
  return value === undefined ? '' : binaryText(value.bytes);
}
