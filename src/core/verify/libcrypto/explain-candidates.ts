import type { Certificate } from '../../pki/types.ts';
import type { ChainRequest, IssuerCandidate, IssuerRejection, SignatureVerdict } from '../types.ts';
import type { ChainContext } from './chain-context.ts';

/** What the library makes of a signature; `no-key`: it cannot decode the key, `refused`: it does no such signatures. */
export type SignatureProof = (
  subject: Certificate,
  issuer: Certificate,
) => Promise<SignatureVerdict | 'no-key' | 'refused'>;

const doubts: Record<Awaited<ReturnType<SignatureProof>>, IssuerRejection | null> = {
  valid: null,
  invalid: 'signature-invalid',
  unsupported: 'signature-unsupported',
  'no-key': 'key-undecodable',
  refused: 'algorithm-refused',
};

/** Enough for any honest setup; a hostile one with hundreds of namesakes is not worth the arithmetic. */
const maxSignatures = 32;

/**
 * The candidates with what their keys say about the signature in question: the proof behind "wrong key". Only
 * namesakes with a usable key are asked. The library itself would not; this is explanation, not verdict.
 */
export async function explainCandidates(
  context: ChainContext<ChainRequest>,
  prove: SignatureProof,
): Promise<readonly IssuerCandidate[]> {
  let asked = 0;
  const explained: IssuerCandidate[] = [];
  for (const entry of context.candidates) {
    const reasons = [...entry.rejections];
    if (isWorthAsking(reasons) && asked++ < maxSignatures) {
      const doubt = doubts[await prove(entry.of, entry.candidate)];
      if (doubt) reasons.push(doubt);
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
