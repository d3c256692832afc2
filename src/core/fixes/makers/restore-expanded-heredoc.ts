import { restoreHeredoc } from '../../workspace/index.ts';
import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Puts back what the shell expanded, as if the delimiter had been quoted. */
export const restoreExpandedHeredoc: FixMaker = ({ subject }, { workspace }) => {
  if (subject.kind !== 'file') return [];
  const { fileId } = subject;
  const path = workspace.files.find((file) => file.id === fileId)?.path ?? 'the file';
  const effect = 'As if the delimiter were quoted: nothing is expanded.';
  const edits = restoreHeredoc(workspace, fileId);
  return oneFix(`Put the text of the guide back in ${path}`, edits, { effect, safe: true });
};
