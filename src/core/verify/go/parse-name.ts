import { binaryText } from '../der/binary-text.ts';
import { TAG, type DerElement, type DerString } from '../der/der-string.ts';

const INVALID = 'x509: invalid RDNSequence';
const ATTRIBUTE = `${INVALID}: invalid attribute`;

/** String types that Go has names for; their universal tag numbers. */
const STRINGS: Readonly<Record<number, { readonly name: string; readonly test: StringTest }>> = {
  0x0c: { name: 'UTF-8 string', test: isUtf8 },
  0x12: { name: 'NumericString', test: (bytes) => /^[0-9 ]*$/.test(binaryText(bytes)) },
  0x13: {
    name: 'PrintableString',
    test: (bytes) => /^[A-Za-z0-9'()+,\-./ :=?*&]*$/.test(binaryText(bytes)),
  },
  0x14: { name: 'T61String', test: () => true },
  0x16: { name: 'IA5String', test: isAscii },
  0x1e: { name: 'BMPString', test: isBmp },
};

type StringTest = (bytes: Uint8Array) => boolean;

/**
 * Reads a Name (the SEQUENCE of relative distinguished names).
 *
 * @returns Go's error, or null
 * @see Go crypto/x509 `parseName`, `parseASN1String`
 */
export function nameError({ content: names }: DerElement): string | null {
  while (!names.isEmpty) {
    const set = names.read(TAG.set);
    if (set === null) return INVALID;
    while (!set.isEmpty) {
      const error = attributeError(set);
      if (error !== null) return error;
    }
  }
  return null;
}

function attributeError(set: DerString): string | null {
  const attribute = set.read(TAG.sequence);
  if (attribute === null) return ATTRIBUTE;
  if (attribute.objectId() === null) return `${ATTRIBUTE} type`;
  const value = attribute.any();
  if (value === null) return `${ATTRIBUTE} value`;
  const type = STRINGS[value.tag];
  if (type === undefined) return `${ATTRIBUTE} value: unsupported string type: ${value.tag}`;
  return type.test(value.content.rest) ? null : `${ATTRIBUTE} value: invalid ${type.name}`;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Go decodes the bytes as UTF-8 and looks for code points above 127, broken sequences included. */
export function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** Pairs of octets; surrogates and the non-characters that Go names are refused. */
function isBmp(bytes: Uint8Array): boolean {
  if (bytes.length % 2 !== 0) return false;
  const end = bytes.at(-1) === 0 && bytes.at(-2) === 0 ? bytes.length - 2 : bytes.length;
  for (let at = 0; at < end; at += 2) {
    const point = ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    const surrogate = point >= 0xd800 && point <= 0xdfff;
    const reserved = (point >= 0xfdd0 && point <= 0xfdef) || point >= 0xfffe;
    if (surrogate || reserved) return false;
  }
  return true;
}
