import type { DateCause } from '../../../core/what-if/dates/types.ts';

/** Why a date matters, as a sentence without its full stop. */
export function causeWords({ kind, title }: DateCause): string {
  switch (kind) {
    case 'begins':
      return `${title} becomes valid`;
    case 'ends':
      return `${title} expires`;
    case 'crl-outdated':
      return `${title} is out of date`;
    default:
      return kind satisfies never;
  }
}
