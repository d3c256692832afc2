import type { FieldRef } from '../model/index.ts';
import { encodeBase64 } from '../pki/base64.ts';
import type { Material } from '../pki/types.ts';

/**
 * Material as it stands in a data plane's configuration. Certificates stand as they are sent; where a private key
 * stands, or might, only length and origin are told.
 *
 * @param isKey it is sent as a private key, whatever it holds
 */
export function sentBytes(
  { pem, source }: Material,
  encoding: 'text' | 'base64',
  isKey: boolean,
): string {
  if (isKey || pem.includes('PRIVATE KEY')) return `(${pem.length} bytes: ${source.label})`;
  return encoding === 'base64' ? toBase64(pem) : pem;
}

/** Base64 of text whose characters are bytes. */
export function toBase64(text: string): string {
  return encodeBase64(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

/** The field that holds the material, or the one that leads to it. */
export function fieldOfMaterial({ source }: Material, fallback: FieldRef): FieldRef {
  return source.kind === 'field' ? source.field : fallback;
}
