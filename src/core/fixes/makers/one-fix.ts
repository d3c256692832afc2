import type { TextEdit } from '../../model/index.ts';
import type { FixDraft } from '../types.ts';

/** A fix, or none when there is nothing to change. It is not safe unless said so. */
export function oneFix(
  title: string,
  edits: readonly TextEdit[],
  options: { readonly effect?: string; readonly safe?: boolean } = {},
): readonly FixDraft[] {
  const { effect, safe = false } = options;
  return edits.length === 0
    ? []
    : [{ title, ...(effect !== undefined && { effect }), edits, safe }];
}
