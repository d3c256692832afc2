import { tags } from '../der/tags.ts';
import { encodeDer, encodeOid } from '../der-write.ts';
import type { SubjectName } from './types.ts';

const attributes = [
  ['country', '2.5.4.6', tags.printableString],
  ['organization', '2.5.4.10', tags.utf8String],
  ['organizationalUnit', '2.5.4.11', tags.utf8String],
  ['commonName', '2.5.4.3', tags.utf8String],
] as const;

/** A Name as DER, one attribute an RDN (RFC 5280 §4.1.2.4; the country is a PrintableString). */
export function encodeSubjectName(subject: SubjectName): Uint8Array {
  const names = attributes.flatMap(([field, oid, tag]) => {
    const text = subject[field];
    if (text === undefined) return [];
    const value = encodeDer(tag, new TextEncoder().encode(text));
    return [encodeDer(tags.set, encodeDer(tags.sequence, encodeOid(oid), value))];
  });
  return encodeDer(tags.sequence, ...names);
}
