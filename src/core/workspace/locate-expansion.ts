import type { TextRange } from '../model/index.ts';
import type { Expansion } from './guide/expand-heredoc.ts';

/**
 * Finds the place of an expansion in the text as it is now. Before the first and after the last change the offset follows
 * from the common start and end of both texts; between them the line is looked for as it was.
 *
 * @param carved the text as it arrived
 * @param current the text after the user's edits
 * @returns null when that line is no longer there: the user has dealt with it
 */
export function locateExpansion(
  carved: string,
  current: string,
  { target }: Expansion,
): TextRange | null {
  const prefix = commonPrefix(carved, current);
  if (target.end < prefix || carved === current) return target;
  const suffix = commonSuffix(carved, current, prefix);
  const shift = current.length - carved.length;
  if (target.start > carved.length - suffix) {
    return { start: target.start + shift, end: target.end + shift };
  }
  const lineStart = carved.lastIndexOf('\n', target.start - 1) + 1;
  const lineEnd = carved.indexOf('\n', target.end);
  const line = `\n${carved.slice(lineStart, lineEnd === -1 ? carved.length : lineEnd)}\n`;
  const found = `\n${current}\n`.indexOf(line, Math.max(0, Math.min(prefix, lineStart) - 1));
  if (found === -1 || line.trim() === '') return null;
  const moved = found - lineStart;
  return { start: target.start + moved, end: target.end + moved };
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

/** Does not reach into the common start. */
function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}
