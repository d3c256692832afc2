import { binaryText } from '../der/binary-text.ts';
import { TAG, type DerString } from '../der/der-string.ts';

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a time of a certificate's validity.
 *
 * @returns Go's error, or null
 * @see Go crypto/x509 `parseTime`, cryptobyte `ReadASN1UTCTime`, `ReadASN1GeneralizedTime`
 */
export function timeError(der: DerString): string | null {
  if (der.peek(TAG.utcTime)) {
    const text = der.read(TAG.utcTime)?.rest;
    return text !== undefined && isTime(binaryText(text), 2) ? null : 'x509: malformed UTCTime';
  }
  if (der.peek(TAG.generalizedTime)) {
    const text = der.read(TAG.generalizedTime)?.rest;
    return text !== undefined && isTime(binaryText(text), 4)
      ? null
      : 'x509: malformed GeneralizedTime';
  }
  return 'x509: unsupported time format';
}

/** `[YY]YYMMDDhhmm[ss]` with `Z` or an offset other than zero; seconds may be absent in a UTCTime. */
function isTime(text: string, yearDigits: 2 | 4): boolean {
  const pattern =
    yearDigits === 2
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})$/
      : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})$/;
  const match = pattern.exec(text);
  if (match === null) return false;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', zone = ''] =
    match;
  return (
    Number(day) >= 1 &&
    Number(day) <= daysOf(fullYear(year), Number(month)) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    isZone(zone)
  );
}

/** Go reads two digits as 1969 to 2068. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) >= 69 ? 1900 : 2000);
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return (MONTHS[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
}

/** `+0000` would be written `Z`, and Go compares what it would write. */
function isZone(zone: string): boolean {
  if (zone === 'Z') return true;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3));
  return hours <= 24 && minutes < 60 && hours + minutes > 0;
}
