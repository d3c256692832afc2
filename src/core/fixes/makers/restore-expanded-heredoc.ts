import { restoreHeredoc } from '../../workspace/index.ts';
import type { FixContext, FixDraft } from '../types.ts';

/** Puts back what the shell expanded, as if the delimiter had been quoted. */
export function restoreExpandedHeredoc(
  fileId: string,
  { workspace }: FixContext,
): readonly FixDraft[] {
  const edits = restoreHeredoc(workspace, fileId);
  const path = workspace.files.find((file) => file.id === fileId)?.path ?? 'the file';
  const title = `Put the text of the guide back in ${path}`;
  const effect = 'As if the delimiter were quoted: nothing is expanded.';
  return edits.length === 0 ? [] : [{ title, effect, edits, safe: true }];
}
