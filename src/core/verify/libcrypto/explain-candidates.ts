import type { ChainRequest, IssuerCandidate, IssuerRejection } from '../types.ts';
import type { ChainContext } from './chain-context.ts';

/** Enough for any honest setup; a hostile one with hundreds of namesakes is not worth the arithmetic. */
const maxSignatures = 32;

/**
 * The candidates with what their keys say about the signature in question: the proof behind "wrong key". Only
 * namesakes with a usable key are asked. The library itself would not; this is explanation, not verdict.
 */
export async function explainCandidates(
  context: ChainContext<ChainRequest>,
): Promise<readonly IssuerCandidate[]> {
  let asked = 0;
  const explained: IssuerCandidate[] = [];
  for (const entry of context.candidates) {
    const reasons = [...entry.rejections];
    if (isWorthAsking(reasons) && asked++ < maxSignatures) {
      const verdict = await context.request.checkSignature(entry.of, entry.candidate);
      if (verdict === 'invalid') reasons.push('signature-invalid');
      if (verdict === 'unsupported') reasons.push('signature-unsupported');
    }
    if (isUntrustedTop(context, entry)) reasons.push('not-trusted-here');
    explained.push({ ...entry, rejections: reasons });
  }
  return explained;
}

const hopeless = new Set<IssuerRejection>([
  'subject-differs',
  'key-undecodable',
  'algorithm-differs',
]);

function isWorthAsking(reasons: readonly IssuerRejection[]): boolean {
  return !reasons.some((reason) => hopeless.has(reason));
}

/** The peer's own certificate ended the chain: it was used, and nothing above vouches for it. */
function isUntrustedTop(
  { chain, untrustedCount }: ChainContext<ChainRequest>,
  entry: IssuerCandidate,
): boolean {
  return (
    entry.from === 'peer' &&
    entry.outcome === 'used' &&
    untrustedCount === chain.length &&
    chain[chain.length - 1] === entry.candidate
  );
}
