import { encodeBase64 } from '../pki/index.ts';

/** A text as the lines of a YAML block scalar (`|`), indented by `width` blanks. */
export function blockLines(text: string, width: number): string {
  const indent = ' '.repeat(width);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

/** A text as `Secret.data` holds it: base64 of its UTF-8 octets. */
export function secretData(text: string): string {
  return encodeBase64(new TextEncoder().encode(text));
}

/** Documents of one file. */
export function documents(...texts: readonly string[]): string {
  return texts.join('---\n');
}
