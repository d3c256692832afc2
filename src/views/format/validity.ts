import type { CertificateSummary } from '../../core/analysis/types.ts';
import { day, daysBetween } from './distance.ts';
import { formatDate } from './format-date.ts';
import { count } from './count.ts';

/** How a certificate stands on a date. `soon`: it ends within 30 days. */
export type ValidityState = 'valid' | 'soon' | 'expired' | 'not-yet' | 'unknown';

type Dates = Pick<CertificateSummary, 'notBefore' | 'notAfter'>;

/** State on `at` (milliseconds); RFC 5280 §4.1.2.5: both ends belong to the period. */
export function validityState({ notBefore, notAfter }: Dates, at: number): ValidityState {
  if (notBefore === null || notAfter === null) return 'unknown';
  if (at < notBefore) return 'not-yet';
  if (at > notAfter) return 'expired';
  return notAfter - at < 30 * day ? 'soon' : 'valid';
}

/** `543 days left`, `ends today`, `expired 10 Sep 2026`, `not valid before 1 Mar 2027`. */
export function validityWords(dates: Dates, at: number): string {
  const state = validityState(dates, at);
  switch (state) {
    case 'unknown':
      return 'no readable dates';
    case 'expired':
      return `expired ${formatDate(dates.notAfter)}`;
    case 'not-yet':
      return `not valid before ${formatDate(dates.notBefore)}`;
    case 'valid':
    case 'soon': {
      const days = daysBetween(at, dates.notAfter ?? at);
      return days === 0 ? 'ends today' : `${count(days, 'day')} left`;
    }
    default:
      return state satisfies never;
  }
}
