import type { CertificateTime } from '../types.ts';
import { latin1 } from './asn1-string.ts';
import type { DerReader } from './der-reader.ts';
import { tags } from './tags.ts';

const utcTimeForm = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const generalizedTimeForm = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;

/**
 * One time of the validity. Only `YYMMDDHHMMSSZ` and `YYYYMMDDHHMMSSZ` (RFC 5280 §4.1.2.5, OpenSSL
 * `X509_cmp_time`) get an epoch; other text keeps its raw form with a null epoch, because OpenSSL loads such a
 * certificate and fails it later with 13 or 14. Too short a text does not load at all.
 */
export function readTime(reader: DerReader, what: string): CertificateTime | null {
  const isUtc = reader.nextIs(tags.utcTime);
  const element = reader.expect(isUtc ? tags.utcTime : tags.generalizedTime, what);
  if (!element) return null;
  const raw = latin1(reader.content(element));
  if (raw.length < (isUtc ? 13 : 15)) return reader.fail(`${what}: time too short`, element.start);
  return { epoch: isUtc ? utcTimeToEpoch(raw) : generalizedTimeToEpoch(raw), raw };
}

function utcTimeToEpoch(raw: string): number | null {
  const match = utcTimeForm.exec(raw);
  if (!match) return null;
  const year = Number(match[1]);
  return toEpoch(year < 50 ? 2000 + year : 1900 + year, match);
}

function generalizedTimeToEpoch(raw: string): number | null {
  const match = generalizedTimeForm.exec(raw);
  return match ? toEpoch(Number(match[1]), match) : null;
}

function toEpoch(year: number, match: RegExpExecArray): number | null {
  const [month, day, hour, minute, second] = match.slice(2).map(Number);
  if (month === undefined || day === undefined || hour === undefined) return null;
  if (minute === undefined || second === undefined) return null;
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (day < 1 || date.getUTCMonth() !== month - 1) return null;
  return date.setUTCHours(hour, minute, second, 0);
}
