import { decodeText } from './decode-text.ts';
import { encodePem } from './encode-pem.ts';
import { pemLabelOf } from './pem-label-of.ts';
import { unwrapBase64 } from './sniff.ts';

/** Certificates and keys in a text that has no BEGIN line, and the PEM text they would be. */
export interface UnframedMaterial {
  readonly form: 'base64-of-pem' | 'bare-base64' | 'der';
  readonly pem: string;
}

/**
 * Recognises base64 of PEM, base64 without BEGIN and END lines, and binary DER (one character a byte).
 *
 * @returns null when the text has BEGIN lines or is something else
 */
export function readUnframed(text: string): UnframedMaterial | null {
  if (text.includes('-----BEGIN ')) return null;
  const unwrapped = unwrapBase64(text);
  if (unwrapped !== null) {
    const label = pemLabelOf(unwrapped);
    if (label !== null) return { form: 'bare-base64', pem: encodePem(label, unwrapped) };
    const inner = decodeText(unwrapped);
    return inner === null ? null : { form: 'base64-of-pem', pem: inner };
  }
  if (!text.startsWith('0')) return null;
  const der = Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
  const label = pemLabelOf(der);
  return label === null ? null : { form: 'der', pem: encodePem(label, der) };
}
