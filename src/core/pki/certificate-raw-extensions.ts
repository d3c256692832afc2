import type { DerReader } from './der/der-reader.ts';
import { decodeObjectIdentifier } from './der/object-identifier.ts';
import { tags } from './der/tags.ts';
import type { RawExtension } from './types.ts';

/** The extensions field `[3]` of a TBSCertificate (RFC 5280 §4.1.2.9); an empty list when it is absent. */
export function readRawExtensions(tbs: DerReader): readonly RawExtension[] | null {
  const element = tbs.optional(0xa3);
  if (element === undefined) return [];
  const explicit = element && tbs.inside(element);
  const list = explicit?.enter(tags.sequence, 'extensions');
  if (!explicit || !list) return null;
  const extensions: RawExtension[] = [];
  while (!list.atEnd) {
    const extension = readExtension(list);
    if (!extension) return null;
    extensions.push(extension);
  }
  return explicit.finished('extensions') ? extensions : null;
}

function readExtension(list: DerReader): RawExtension | null {
  const body = list.enter(tags.sequence, 'extension');
  const type = body?.expect(tags.oid, 'extension');
  const critical = body?.optional(tags.boolean);
  const value = body?.expect(tags.octetString, 'extension');
  if (!body || !type || critical === null || !value || !body.finished('extension')) return null;
  const oid = decodeObjectIdentifier(body.content(type));
  if (oid === null) return body.fail('extension: broken object identifier', type.start);
  if (critical && critical.end - critical.contentStart !== 1) {
    return body.fail('extension: broken BOOLEAN', critical.start);
  }
  return {
    oid,
    critical: critical !== undefined && body.content(critical)[0] !== 0,
    value: body.content(value),
  };
}
