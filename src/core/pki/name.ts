import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeAsn1String } from './der/asn1-string.ts';
import type { DerReader } from './der/der-reader.ts';
import { decodeObjectIdentifier } from './der/object-identifier.ts';
import { describeTag, tags } from './der/tags.ts';
import { attributeShortName } from './name-attribute-types.ts';
import { canonicalName, type CanonicalInput } from './name-canonical.ts';
import type { DistinguishedName, NameAttribute } from './types.ts';

interface DecodedAttribute {
  readonly attribute: NameAttribute;
  /** The value inside the name's text: escaped, or `#` and hex when it is no character string. */
  readonly shown: string;
  readonly canonical: CanonicalInput;
}

/**
 * The next element as a Name (RFC 5280 §4.1.2.4). A character string that its type does not allow (broken
 * UTF-8, odd BMPString) fails the whole name, as in OpenSSL, where such a certificate does not load.
 */
export function readName(reader: DerReader, what: string): DistinguishedName | null {
  const element = reader.expect(tags.sequence, what);
  const rdns = element ? reader.inside(element) : null;
  if (!element || !rdns) return null;
  const attributes: DecodedAttribute[] = [];
  const canonical: CanonicalInput[][] = [];
  while (!rdns.atEnd) {
    const set = rdns.enter(tags.set, what);
    if (!set) return null;
    const entries: CanonicalInput[] = [];
    while (!set.atEnd) {
      const decoded = readAttribute(set, canonical.length, what);
      if (!decoded) return null;
      attributes.push(decoded);
      entries.push(decoded.canonical);
    }
    canonical.push(entries);
  }
  return {
    der: reader.whole(element),
    canonical: canonicalName(canonical),
    text: nameText(attributes),
    attributes: attributes.map(({ attribute }) => attribute),
  };
}

/**
 * The rest of `set` as one RelativeDistinguishedName, in its canonical form: what
 * nameRelativeToCRLIssuer puts behind an issuer's name (RFC 5280 §4.2.1.13).
 */
export function readRelativeName(set: DerReader, what: string): string | null {
  const entries: CanonicalInput[] = [];
  while (!set.atEnd) {
    const decoded = readAttribute(set, 0, what);
    if (!decoded) return null;
    entries.push(decoded.canonical);
  }
  return canonicalName([entries]);
}

function readAttribute(set: DerReader, rdn: number, what: string): DecodedAttribute | null {
  const pair = set.enter(tags.sequence, what);
  const type = pair?.expect(tags.oid, what);
  const value = pair?.next();
  if (!pair || !type || !value || !pair.finished(what)) return null;
  const oid = decodeObjectIdentifier(pair.content(type));
  if (oid === null) return pair.fail(`${what}: broken object identifier`, type.start);
  const content = pair.content(value);
  const text = decodeAsn1String(value.tag, content);
  if (!valueTags.has(value.tag)) {
    return pair.fail(`${what}: ${describeTag(value.tag)} is no type for a name`, value.start);
  }
  if (text === null && characterStrings.has(value.tag)) {
    return pair.fail(`${what}: text that its string type does not allow`, value.start);
  }
  const hex = `#${bytesToHex(pair.whole(value))}`;
  return {
    shown: text === null ? hex : escapeValue(text),
    attribute: {
      oid,
      short: attributeShortName(oid),
      value: text ?? hex,
      tag: value.tag & 0x1f,
      rdn,
      raw: content,
    },
    canonical: { oid: pair.whole(type), tag: value.tag, content },
  };
}

/** Those whose octets can fail to be text. */
const characterStrings = new Set<number>([tags.utf8String, tags.bmpString, tags.universalString]);

/**
 * The types an attribute value may have (OpenSSL's `ASN1_PRINTABLE`): character strings without VisibleString and
 * its relatives, BIT STRING, SEQUENCE, and universal types that OpenSSL has no name for.
 */
const valueTags = new Set<number>([
  tags.utf8String,
  tags.numericString,
  tags.printableString,
  tags.t61String,
  tags.ia5String,
  tags.universalString,
  tags.bmpString,
  tags.bitString,
  tags.sequence,
  ...[7, 8, 9, 11, 13, 14, 15, 29],
]);

/** `CN=gateway, O=Example`: most specific RDN first, `+` inside one, RFC 4514 escapes. */
function nameText(attributes: readonly DecodedAttribute[]): string {
  const rdns = new Map<number, string[]>();
  for (const { attribute, shown } of attributes) {
    const parts = rdns.get(attribute.rdn) ?? [];
    parts.push(`${attribute.short}=${shown}`);
    rdns.set(attribute.rdn, parts);
  }
  return [...rdns.values()]
    .reverse()
    .map((parts) => parts.join('+'))
    .join(', ');
}

/** RFC 4514 §2.4; control characters as `\\0a`. */
function escapeValue(value: string): string {
  const escaped = value.replace(/[\\",+<>;]/g, '\\$&').replace(/^[ #]| $/g, '\\$&');
  return escaped.replace(/\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0).toString(16);
    return `\\${code.padStart(2, '0')}`;
  });
}
