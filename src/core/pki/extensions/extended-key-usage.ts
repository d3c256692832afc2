import type { DerReader } from '../der/der-reader.ts';
import { decodeObjectIdentifier } from '../der/object-identifier.ts';
import { tags } from '../der/tags.ts';

/** RFC 5280 §4.2.1.12: the purposes as OIDs; an empty list is kept, it allows nothing. */
export function readExtendedKeyUsage(reader: DerReader): readonly string[] | null {
  const what = 'extendedKeyUsage';
  const body = reader.enter(tags.sequence, what);
  if (!body) return null;
  const purposes: string[] = [];
  while (!body.atEnd) {
    const element = body.expect(tags.oid, what);
    if (!element) return null;
    const oid = decodeObjectIdentifier(body.content(element));
    if (oid === null) return body.fail(`${what}: broken object identifier`, element.start);
    purposes.push(oid);
  }
  return purposes;
}
