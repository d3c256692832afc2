import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeAsn1String } from './der/asn1-string.ts';
import { tags } from './der/tags.ts';

/** String types that OpenSSL folds before it compares (`ASN1_MASK_CANON`; VisibleString never gets here). */
const folded = new Set<number>([
  tags.utf8String,
  tags.bmpString,
  tags.universalString,
  tags.printableString,
  tags.t61String,
  tags.ia5String,
]);

/** One attribute as it stands in the DER. */
export interface CanonicalInput {
  /** The OBJECT IDENTIFIER with tag and length. */
  readonly oid: Uint8Array;
  readonly tag: number;
  /** Content octets of the value. */
  readonly content: Uint8Array;
}

/**
 * The canonical form of a name (OpenSSL `x509_name_canon`): strings as UTF-8, outer whitespace cut, inner runs
 * one space, ASCII lower case; the attributes of an RDN sorted; no outer SEQUENCE, so that a prefix of RDNs is
 * a prefix of the text. Hex. Two names are equal for the library exactly when these are.
 */
export function canonicalName(rdns: readonly (readonly CanonicalInput[])[]): string {
  return rdns
    .filter((rdn) => rdn.length > 0)
    .map((rdn) => {
      const entries = rdn.map(canonicalAttribute);
      if (entries.length > 1) entries.sort(compareEncodings);
      return wrap(tags.set, entries.join(''));
    })
    .join('');
}

function canonicalAttribute(attribute: CanonicalInput): string {
  const value = folded.has(attribute.tag)
    ? wrap(tags.utf8String, foldedHex(attribute))
    : wrap(attribute.tag, bytesToHex(attribute.content));
  return wrap(tags.sequence, bytesToHex(attribute.oid) + value);
}

function foldedHex({ tag, content }: CanonicalInput): string {
  const text = decodeAsn1String(tag, content) ?? '';
  return bytesToHex(new TextEncoder().encode(foldText(text)));
}

function foldText(text: string): string {
  return text
    .replace(/^[\t-\r ]+|[\t-\r ]+$/g, '')
    .replace(/[\t-\r ]+/g, ' ')
    .replace(/[A-Z]+/g, (upper) => upper.toLowerCase());
}

/** SET OF order (X.690 §11.6): octet by octet, the shorter first when one is a prefix. Hex keeps that order. */
function compareEncodings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function wrap(tag: number, contentHex: string): string {
  return byteHex(tag) + lengthHex(contentHex.length / 2) + contentHex;
}

function lengthHex(length: number): string {
  if (length < 0x80) return byteHex(length);
  const digits = length.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return byteHex(0x80 | (even.length / 2)) + even;
}

function byteHex(value: number): string {
  return value.toString(16).padStart(2, '0');
}
