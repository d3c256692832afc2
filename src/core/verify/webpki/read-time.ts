import { binaryText } from '../der/binary-text.ts';
import { type DerString, TAG } from '../der/der-string.ts';
import { readElement } from './read-element.ts';
import { trailingData, WebpkiError } from './webpki-error.ts';

const badTime = new WebpkiError('BadDerTime');
const pattern = /^(\d\d|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/;

/**
 * Seconds since the epoch. Two-digit years from 50 on are of the last century; years before 1970 are refused.
 *
 * @see rustls-webpki 0.103.14 src/time.rs
 */
export function readTime(reader: DerString): number | WebpkiError {
  const isUtc = reader.peek(TAG.utcTime);
  const content = readElement(reader, isUtc ? TAG.utcTime : TAG.generalizedTime)?.rest;
  if (!content) return trailingData('Time');
  const text = binaryText(content);
  const length = isUtc ? 13 : 15;
  const match = pattern.exec(text.slice(0, length));
  if (match?.[0].length !== length) return badTime;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  const fullYear = isUtc ? year + (year >= 50 ? 1900 : 2000) : year;
  if (fullYear < 1970 || hour > 23 || minute > 59 || second > 59) return badTime;
  const time = Date.UTC(fullYear, month - 1, day, hour, minute, second);
  const isReal = new Date(time).getUTCMonth() === month - 1 && day > 0;
  if (!isReal) return badTime;
  return text.length === length ? time / 1000 : trailingData('Time');
}
