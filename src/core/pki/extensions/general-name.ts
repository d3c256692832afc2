import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeAsn1String, latin1 } from '../der/asn1-string.ts';
import type { DerElement, DerReader } from '../der/der-reader.ts';
import { decodeObjectIdentifier } from '../der/object-identifier.ts';
import { tags } from '../der/tags.ts';
import { readName } from '../name.ts';
import type { GeneralName } from '../types.ts';
import { ipText } from './ip-text.ts';

/** Identifier octets of the GeneralName choices (RFC 5280 §4.2.1.6). */
const choice = {
  other: 0xa0,
  email: 0x81,
  dns: 0x82,
  x400: 0xa3,
  directory: 0xa4,
  edi: 0xa5,
  uri: 0x86,
  ip: 0x87,
  rid: 0x88,
} as const;

/**
 * The next element as a GeneralName. `raw` holds the content octets (for a directory name the Name itself);
 * `value` is for reading, except for dns, email and uri, where it is the octets one character each.
 */
export function readGeneralName(reader: DerReader, what: string): GeneralName | null {
  const element = reader.next();
  if (!element) return null;
  const raw = reader.content(element);
  switch (element.tag) {
    case choice.dns:
      return { kind: 'dns', value: latin1(raw), raw };
    case choice.email:
      return { kind: 'email', value: latin1(raw), raw };
    case choice.uri:
      return { kind: 'uri', value: latin1(raw), raw };
    case choice.ip:
      return { kind: 'ip', value: ipText(raw), raw };
    case choice.directory:
      return readDirectoryName(reader, element, what);
    case choice.other:
      return readOtherName(reader, element, what);
    case choice.x400:
      return { kind: 'x400', value: bytesToHex(raw), raw };
    case choice.edi:
      return { kind: 'edi', value: bytesToHex(raw), raw };
    case choice.rid:
      return readRegisteredId(reader, element, what);
    default:
      return reader.fail(`${what}: not a GeneralName`, element.start);
  }
}

/** The rest of `reader` as GeneralNames. */
export function readGeneralNames(reader: DerReader, what: string): readonly GeneralName[] | null {
  const names: GeneralName[] = [];
  while (!reader.atEnd) {
    const name = readGeneralName(reader, what);
    if (!name) return null;
    names.push(name);
  }
  return names;
}

function readDirectoryName(
  reader: DerReader,
  element: DerElement,
  what: string,
): GeneralName | null {
  const inner = reader.inside(element);
  const name = inner ? readName(inner, what) : null;
  if (!inner || !name || !inner.finished(what)) return null;
  return { kind: 'directory', name, value: name.text, raw: name.der };
}

function readOtherName(reader: DerReader, element: DerElement, what: string): GeneralName | null {
  const inner = reader.inside(element);
  const type = inner?.expect(tags.oid, what);
  const explicit = inner?.enter(0xa0, what);
  const value = explicit?.next();
  if (!inner || !type || !explicit || !value) return null;
  if (!explicit.finished(what) || !inner.finished(what)) return null;
  const oid = decodeObjectIdentifier(inner.content(type));
  if (oid === null) return inner.fail(`${what}: broken object identifier`, type.start);
  const content = explicit.content(value);
  const text = decodeAsn1String(value.tag, content) ?? bytesToHex(content);
  return { kind: 'other', oid, value: text, raw: inner.whole(value) };
}

function readRegisteredId(
  reader: DerReader,
  element: DerElement,
  what: string,
): GeneralName | null {
  const raw = reader.content(element);
  const oid = decodeObjectIdentifier(raw);
  if (oid === null) return reader.fail(`${what}: broken object identifier`, element.start);
  return { kind: 'rid', value: oid, raw };
}
