import type { TextEdit } from '../model/index.ts';
import { KEY_STAND_IN, KEY_STAND_IN_LABEL } from '../pki/keys/key-stand-in.ts';
import { applyEdits } from '../source/index.ts';
import { keySpans, type KeySpan } from './key-spans.ts';

/**
 * The edits that put a stand-in where a private key is (`KEY_STAND_IN`), in the encoding and with the line ends and the
 * indentation that the key had, so that what stands around it is read as before. Certificates beside it stay.
 */
export function standInEdits(text: string, fileId: string): readonly TextEdit[] {
  return keySpans(text).map((span) => ({
    fileId,
    range: span.range,
    text: standInFor(text, span),
  }));
}

/** The text with stand-ins for its keys. */
export function withStandIns(text: string): string {
  return applyEdits(text, standInEdits(text, ''));
}

function standInFor(text: string, { range, found }: KeySpan): string {
  if (found.kind === 'pem')
    return pemStandIn(text, range.start, text.slice(range.start, range.end));
  const inner = withStandIns(found.decoded);
  // DER has no text around it to keep.
  return btoa(inner === found.decoded ? `${KEY_STAND_IN}\n` : inner);
}

function pemStandIn(text: string, start: number, key: string): string {
  const escaped = /(?:\\r)?\\n/.exec(key)?.[0];
  if (escaped !== undefined) return KEY_STAND_IN.replaceAll('\n', escaped);
  const lineEnd = /\r?\n/.exec(key)?.[0];
  if (lineEnd === undefined) return KEY_STAND_IN.replaceAll('\n', '');
  const before = /[^\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const indent = /^[ \t>#]*$/.test(before) ? before : (/\n([ \t]*)/.exec(key)?.[1] ?? '');
  return KEY_STAND_IN.replaceAll('\n', lineEnd + indent);
}

const begin = `BEGIN ${KEY_STAND_IN_LABEL}`;
/** The BEGIN line as it reads in base64, at each of the three places that it can have there. */
const encodedLabels = [0, 1, 2].map((shift) =>
  btoa(' '.repeat(shift) + begin).slice(shift === 0 ? 0 : 4, -4),
);

/** How many keys of `text` were taken out and have a stand-in, as it is or in base64. */
export function standInsIn(text: string): number {
  const labels = [begin, ...encodedLabels];
  const counts = labels.map((label) => text.split(label).length - 1);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Whether a key was taken out of `text`. */
export function containsStandIn(text: string): boolean {
  return standInsIn(text) > 0;
}
