import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Removes U+FEFF from the start of a file. */
export const removeByteOrderMark: FixMaker = ({ at }, { workspace }) => {
  const file = workspace.files.find(({ id }) => id === at?.fileId);
  if (file?.text.startsWith('\uFEFF') !== true) return [];
  const edit = { fileId: file.id, range: { start: 0, end: 1 }, text: '' };
  return oneFix(`Remove the byte order mark of ${file.path}`, [edit], { safe: true });
};
