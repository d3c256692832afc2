import type { FixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Removes the earlier of two equal keys of a block, which kubectl never sends. */
export const removeEarlierKey: FixMaker = ({ at, params }, { workspace }) => {
  const file = workspace.files.find(({ id }) => id === at?.fileId);
  if (at === undefined || file === undefined) return [];
  const range = pairLines(file.text, at.range.start);
  const edits = range === undefined ? [] : [{ fileId: file.id, range, text: '' }];
  const title = `Remove the earlier “${params.key ?? ''}” from ${file.path}`;
  return oneFix(title, edits, { effect: 'Nothing changes: kubectl sends the later one.' });
};

/** The lines of the pair that begins at `start`; undefined when it does not begin its line. */
function pairLines(text: string, start: number): { start: number; end: number } | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  if (indent.trim() !== '') return undefined;
  let end = afterLine(text, start);
  while (end < text.length) {
    const next = afterLine(text, end);
    const line = text.slice(end, next);
    const column = line.length - line.trimStart().length;
    // A list may stand in the column of its key.
    const belongs = column > indent.length || (column === indent.length && /^\s*- /.test(line));
    if (line.trim() !== '' && !belongs) break;
    if (line.trim() === '' && !continues(text, next, indent.length)) break;
    end = next;
  }
  return { start: lineStart, end };
}

function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** Whether the first line with text below a blank one is part of the value. */
function continues(text: string, from: number, column: number): boolean {
  const line = /^(?:[ \t]*\r?\n)*([ \t]*)\S/.exec(text.slice(from));
  return (line?.[1]?.length ?? 0) > column;
}
