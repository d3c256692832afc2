import type { HeldPair } from '../../core/analysis/index.ts';
import type { Analysis, CertificateSummary } from '../../core/analysis/types.ts';
import { formatDate } from '../../views/index.ts';

/** CAs of the workspace that can sign: their keys are there. */
export function signingCas(
  analysis: Analysis | null,
  pairs: readonly HeldPair[],
): readonly CertificateSummary[] {
  const held = new Set(pairs.map(({ certificateId }) => certificateId));
  return (analysis?.certificates ?? []).filter(({ id, isCa }) => isCa && held.has(id));
}

/** `Example Root CA, to 20 Nov 2036`. */
export function caLabel({ title, notAfter }: CertificateSummary): string {
  return notAfter === null ? title : `${title}, to ${formatDate(notAfter)}`;
}
