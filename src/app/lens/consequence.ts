import type { CertificateSummary } from '../../core/analysis/types.ts';
import type { ShapeName } from '../../ui/index.ts';
import { count, formatDate, validityState } from '../../views/index.ts';

/** What a date means for the certificates, in one line. */
export interface Consequence {
  readonly shape: ShapeName;
  readonly text: string;
}

/** The worst thing the date does; when nothing is wrong, what ends next. */
export function consequence(certificates: readonly CertificateSummary[], at: number): Consequence {
  const total = certificates.length;
  if (total === 0) return { shape: 'unknown', text: 'No certificates' };
  const having = (state: ReturnType<typeof validityState>) =>
    certificates.filter((one) => validityState(one, at) === state).length;
  const of = `of ${count(total, 'certificate')}`;
  const expired = having('expired');
  if (expired > 0) return { shape: 'error', text: `${String(expired)} ${of} expired` };
  const early = having('not-yet');
  if (early > 0) return { shape: 'error', text: `${String(early)} ${of} not yet valid` };
  const soon = having('soon');
  if (soon > 0)
    return { shape: 'warning', text: `${String(soon)} ${of} within 30 days of its end` };
  const next = nextExpiry(certificates, at);
  return { shape: 'ok', text: next === null ? `All ${of}` : `Next expiry ${formatDate(next)}` };
}

/** The first end of a certificate after `at`, milliseconds; null when there is none. */
export function nextExpiry(
  certificates: readonly Pick<CertificateSummary, 'notAfter'>[],
  at: number,
): number | null {
  const ends = certificates.flatMap(({ notAfter }) =>
    notAfter !== null && notAfter > at ? [notAfter] : [],
  );
  return ends.length === 0 ? null : Math.min(...ends);
}
