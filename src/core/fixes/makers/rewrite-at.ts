import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

type Params = Readonly<Record<string, string>>;

/**
 * Writes the text that a finding points at anew.
 *
 * @param rewrite what is written instead; undefined when it is not known
 */
export function rewriteAt(
  rewrite: (written: string, params: Params) => string | undefined,
  title: (written: string, params: Params) => string,
  options: { readonly effect?: string; readonly safe?: boolean } = {},
): FixMaker {
  return ({ at, params }, { workspace }) => {
    const file = workspace.files.find(({ id }) => id === at?.fileId);
    if (at === undefined || file === undefined) return [];
    const written = file.text.slice(at.range.start, at.range.end);
    const text = rewrite(written, params);
    if (text === undefined || text === written) return [];
    return oneFix(title(written, params), [{ fileId: file.id, range: at.range, text }], options);
  };
}
