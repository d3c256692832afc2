import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Ends every line of a file with a line feed alone. */
export const removeCarriageReturns: FixMaker = ({ at }, { workspace }) => {
  const file = workspace.files.find(({ id }) => id === at?.fileId);
  if (file === undefined) return [];
  const edits = [...file.text.matchAll(/\r(?=\n)/g)].map(({ index }) => ({
    fileId: file.id,
    range: { start: index, end: index + 1 },
    text: '',
  }));
  const effect = 'YAML reads both line ends alike: no value changes.';
  return oneFix(`End the lines of ${file.path} with LF alone`, edits, { effect });
};
