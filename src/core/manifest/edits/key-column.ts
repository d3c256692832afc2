import type { ParsedNode } from 'yaml';
import { columnOf } from './edit-context.ts';

/** Where a pair begins: at its key, or at the `?` before it. */
export function keyOffset(text: string, key: ParsedNode): number {
  let at = key.range[0];
  while (at > 0 && /[ \t]/.test(text[at - 1] ?? '')) at -= 1;
  const isExplicit = text[at - 1] === '?' && (at < 2 || /\s/.test(text[at - 2] ?? ''));
  return isExplicit ? at - 1 : key.range[0];
}

/** Column of a pair. */
export function keyColumn(text: string, key: ParsedNode): number {
  return columnOf(text, keyOffset(text, key));
}
