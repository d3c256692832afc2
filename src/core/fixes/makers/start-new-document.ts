import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Puts the separator of documents in place of the end mark, so that what follows is read. */
export const startNewDocument: FixMaker = ({ at }, { workspace }) => {
  const file = workspace.files.find(({ id }) => id === at?.fileId);
  if (at === undefined || file === undefined) return [];
  const mark = [...file.text.slice(0, at.range.end).matchAll(/^\.\.\.(?=\s)/gm)]
    .filter(({ index }) => index <= at.range.start + 3)
    .at(-1);
  if (mark === undefined) return [];
  const range = { start: mark.index, end: mark.index + 3 };
  return oneFix(
    `Write --- in place of ... in ${file.path}`,
    [{ fileId: file.id, range, text: '---' }],
    { effect: 'What follows is then a document of its own.' },
  );
};
