import type { Certificate } from '../../pki/types.ts';
import type { VerifyResult } from '../../verify/types.ts';
import { errorNumber } from './error-number.ts';

const OPEN = [2, 7, 18, 19, 20, 21, 22];

/** The certificate whose issuer was not found among the trusted ones; null when the path is complete. */
export function openEnd(check: VerifyResult): Certificate | null {
  if (!check.events.some((event) => OPEN.includes(errorNumber(event)))) return null;
  const wrongKey = check.events.find((event) => errorNumber(event) === 7);
  const end = check.path[wrongKey?.depth ?? check.path.length - 1] ?? null;
  return wrongKey === undefined && end !== null ? deepest(end, check) : end;
}

/**
 * Libraries that search report the path as far as the leaf: from there on it leads through those presented issuers that
 * were fit as such.
 */
function deepest(start: Certificate, { candidates }: VerifyResult): Certificate {
  const seen = new Set<Certificate>();
  let end = start;
  while (!seen.has(end)) {
    seen.add(end);
    const above = candidates.find(
      ({ of, from, rejections }) =>
        of.fingerprint === end.fingerprint &&
        from === 'peer' &&
        rejections.length === 1 &&
        rejections[0] === 'no-way-on',
    );
    end = above?.candidate ?? end;
  }
  return end;
}
