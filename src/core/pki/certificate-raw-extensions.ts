import type { DerReader } from './der/der-reader.ts';
import { decodeObjectIdentifier } from './der/object-identifier.ts';
import { tags } from './der/tags.ts';
import type { RawExtension } from './types.ts';

/**
 * The extensions field of a TBSCertificate (`[3]`, RFC 5280 §4.1.2.9) or a TBSCertList (`[0]`, §5.1.2.7); an empty
 * list when it is absent.
 */
export function readRawExtensions(
  tbs: DerReader,
  tag: 0xa3 | 0xa0 = 0xa3,
): readonly RawExtension[] | null {
  const element = tbs.optional(tag);
  if (element === undefined) return [];
  const explicit = element && tbs.inside(element);
  const extensions = explicit && readExtensionList(explicit);
  return extensions && explicit.finished('extensions') ? extensions : null;
}

/** The next element as Extensions (RFC 5280 §4.1). */
export function readExtensionList(reader: DerReader): readonly RawExtension[] | null {
  const list = reader.enter(tags.sequence, 'extensions');
  if (!list) return null;
  const extensions: RawExtension[] = [];
  while (!list.atEnd) {
    const extension = readExtension(list);
    if (!extension) return null;
    extensions.push(extension);
  }
  return extensions;
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
