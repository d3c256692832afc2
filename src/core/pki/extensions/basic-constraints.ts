import type { DerReader } from '../der/der-reader.ts';
import { integerToNumber, isMinimalInteger } from '../der/integer.ts';
import { tags } from '../der/tags.ts';
import type { CertificateExtensions } from '../types.ts';

type BasicConstraints = NonNullable<CertificateExtensions['basicConstraints']>;

/** RFC 5280 §4.2.1.9. A negative path length stays negative: OpenSSL calls that certificate invalid. */
export function readBasicConstraints(reader: DerReader): BasicConstraints | null {
  const what = 'basicConstraints';
  const body = reader.enter(tags.sequence, what);
  if (!body) return null;
  const ca = body.optional(tags.boolean);
  const pathLength = body.optional(tags.integer);
  if (ca === null || pathLength === null || !body.finished(what)) return null;
  if (ca && ca.end - ca.contentStart !== 1) return body.fail(`${what}: broken BOOLEAN`, ca.start);
  const isCa = ca !== undefined && body.content(ca)[0] !== 0;
  if (!pathLength) return { ca: isCa };
  const content = body.content(pathLength);
  if (!isMinimalInteger(content)) return body.fail(`${what}: broken INTEGER`, pathLength.start);
  return { ca: isCa, pathLength: integerToNumber(content) };
}
