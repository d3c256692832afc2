import type { Certificate } from '../../pki/types.ts';
import type { IssuerCandidate } from '../types.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { issuerRejections } from './check-issued.ts';

/**
 * The first certificate of a pool that may have issued `subject` (`x509_vfy.cc: find_issuer`, `x509_lu.cc:
 * X509_STORE_CTX_get1_issuer`), dates not considered, and a record of everything looked at. No way back: what is
 * taken here is never revised. A search made before is not recorded again.
 */
export function findIssuer(
  context: BoringsslContext,
  subject: Certificate,
  from: IssuerCandidate['from'],
  pool: readonly Certificate[],
): Certificate | null {
  const tried = pool.map((candidate) => ({
    candidate,
    rejections: [...issuerRejections(candidate, subject)],
  }));
  const chosen = tried.find(({ rejections }) => rejections.length === 0);
  for (const { candidate, rejections } of tried.slice(0, chosen && tried.indexOf(chosen) + 1)) {
    if (!rejections.includes('subject-differs')) context.queue.readExtensions(candidate, from);
  }
  const isKnown = context.candidates.some((entry) => entry.of === subject && entry.from === from);
  if (!isKnown) {
    for (const entry of tried) {
      if (entry !== chosen && entry.rejections.length === 0) entry.rejections.push('not-preferred');
      const outcome = entry === chosen ? 'used' : 'rejected';
      context.candidates.push({ ...entry, of: subject, from, outcome });
    }
  }
  return chosen?.candidate ?? null;
}
