import { encodeBase64 } from '../pki/index.ts';

/** A text as `Secret.data` holds it: base64 of its UTF-8 octets. */
export function secretData(text: string): string {
  return encodeBase64(new TextEncoder().encode(text));
}

/** Documents of one file. */
export function documents(...texts: readonly string[]): string {
  return texts.join('---\n');
}
