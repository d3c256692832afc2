import { decodeBase64 } from './base64.ts';
import { decodeText } from './decode-text.ts';
import { sniffDer, type DerKind } from './sniff-der.ts';

/** What a dropped file is, judged from its bytes. */
export type SniffedKind = DerKind | 'pem' | 'base64' | 'unknown';

const BEGIN_LINE = '-----BEGIN ';

/**
 * Tells DER, PEM and bare base64 apart, and DER structures from each other. Names and endings of files
 * play no part. `pem` means that a BEGIN line stands somewhere in the text, damaged or not;
 * `base64` that the whole text is base64 of DER or of PEM.
 *
 * Never throws. Rules: RFC 7468 §2, RFC 5280, RFC 5958, RFC 7292 §4, RFC 2315.
 */
export function sniffBytes(bytes: Uint8Array): SniffedKind {
  const der = bytes[0] === 0x30 ? sniffDer(bytes) : null;
  if (der !== null) return der;
  const text = decodeText(bytes);
  if (text === null) return 'unknown';
  if (text.includes(BEGIN_LINE)) return 'pem';
  return unwrapBase64(text) === null ? 'unknown' : 'base64';
}

/**
 * Decodes a text that is nothing but base64 of a DER structure or of PEM text.
 *
 * @returns the decoded bytes, or null when the text is something else
 */
export function unwrapBase64(text: string): Uint8Array | null {
  const body = text.trim();
  if (body.length < 16 || !/^[A-Za-z0-9+/=\s]+$/.test(body)) return null;
  const decoded = decodeBase64(body);
  if (decoded === null) return null;
  if (decoded[0] === 0x30 && sniffDer(decoded) !== null) return decoded;
  return decodeText(decoded)?.includes(BEGIN_LINE) === true ? decoded : null;
}
