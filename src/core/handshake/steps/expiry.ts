import type { Certificate } from '../../pki/types.ts';
import { formatDate } from '../../words/index.ts';
import { subjectText } from '../text/certificate-names.ts';

const DAY = 86_400_000;
const SOON = 30 * DAY;
const URGENT = 7 * DAY;

/** The certificates of a path that end within 30 days of the date asked about. */
export function expiringSoon(path: readonly Certificate[], at: number): readonly Certificate[] {
  return path.filter(({ notAfter }) => {
    const left = (notAfter.epoch ?? 0) - at;
    return left > 0 && left <= SOON;
  });
}

/** Seven days or fewer are left: too few to leave the renewal to the next working week. */
export function isUrgent({ notAfter }: Certificate, at: number): boolean {
  return (notAfter.epoch ?? 0) - at <= URGENT;
}

/** `CN=gateway expires 18 Feb 2027`, one line a certificate. */
export function expiryWarnings(path: readonly Certificate[], at: number): readonly string[] {
  return expiringSoon(path, at).map(
    (certificate) =>
      `${subjectText(certificate)} expires ${formatDate(certificate.notAfter.epoch)}`,
  );
}

/** `path of 2, valid to 18 Feb 2027`: the first end in the path counts. */
export function pathSummary(path: readonly Certificate[]): string {
  const ends = path.map(({ notAfter }) => notAfter.epoch ?? 0);
  return `path of ${path.length}, valid to ${formatDate(Math.min(...ends))}`;
}
