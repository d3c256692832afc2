import { canSign, isCurveOffered } from '../tls/negotiate.ts';
import type { ExchangeFacts } from './exchange/types.ts';

/**
 * Why the key of the backend, and not the suites, leaves nothing to agree on: it is of another type than its certificate,
 * the gateway takes no signature of such a key, or its curve is none that the gateway offers (TLS 1.2).
 *
 * @returns null when the key is not at fault
 */
export function serverKeyProblem({
  negotiated,
  server,
  offer,
}: ExchangeFacts): 'other-type' | 'cannot-sign' | 'curve' | null {
  const leaf = server?.pair?.chain[0];
  if (leaf === undefined) return null;
  if (server?.pair?.keyProof === 'other-type') return 'other-type';
  if (negotiated === 'no-signature-algorithm') return 'cannot-sign';
  if (negotiated !== 'no-shared-cipher') return null;
  if (!canSign(leaf.publicKey, 'TLSv1.2', offer.schemes)) return 'cannot-sign';
  return isCurveOffered(leaf.publicKey, offer) ? null : 'curve';
}
