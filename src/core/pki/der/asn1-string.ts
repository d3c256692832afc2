import { tags } from './tags.ts';

const bytesPerCharacter = new Map<number, 0 | 1 | 2 | 4>([
  [tags.utf8String, 0],
  [tags.numericString, 1],
  [tags.printableString, 1],
  [tags.t61String, 1],
  [tags.ia5String, 1],
  [tags.utcTime, 1],
  [tags.generalizedTime, 1],
  [tags.visibleString, 1],
  [tags.bmpString, 2],
  [tags.universalString, 4],
]);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * An ASN.1 character string as text, the way OpenSSL's `ASN1_STRING_to_UTF8` reads it: T61String counts as
 * Latin-1, BMPString and UniversalString are fixed-width and may not hold surrogates. `null` when the type has
 * no characters or the octets do not form them.
 */
export function decodeAsn1String(tag: number, content: Uint8Array): string | null {
  const width = bytesPerCharacter.get(tag);
  if (width === undefined) return null;
  if (width === 1) return latin1(content);
  if (width === 0) return decodeUtf8(content);
  return decodeFixedWidth(content, width);
}

/** Octets as text, one character an octet: keeps every byte of an IA5String comparable. */
export function latin1(content: Uint8Array): string {
  let text = '';
  for (let at = 0; at < content.length; at += 4096) {
    text += String.fromCharCode(...content.subarray(at, at + 4096));
  }
  return text;
}

function decodeUtf8(content: Uint8Array): string | null {
  try {
    return utf8.decode(content);
  } catch {
    return null;
  }
}

function decodeFixedWidth(content: Uint8Array, width: 2 | 4): string | null {
  if (content.length % width !== 0) return null;
  let text = '';
  for (let at = 0; at < content.length; at += width) {
    let point = 0;
    for (let i = 0; i < width; i++) point = point * 256 + (content[at + i] ?? 0);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    text += String.fromCodePoint(point);
  }
  return text;
}
