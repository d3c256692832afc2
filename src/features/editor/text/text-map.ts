import type { TextEdit } from '../../../core/model/index.ts';
import { lineEnding } from '../../../core/source/index.ts';

/**
 * A file's text beside the text that an editor model holds. The model has line feeds only and no byte order mark; every
 * offset can be carried over in both directions, so that an edit changes no byte that was not typed, mixed line ends included.
 */
export interface TextMap {
  readonly fileText: string;
  readonly modelText: string;
  readonly toFile: (modelOffset: number) => number;
  readonly toModel: (fileOffset: number) => number;
}

/** One change as the editor reports it: offsets before the change, text with line feeds. */
export interface ModelChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = /\r\n|\r|\n/g;

export function createTextMap(fileText: string): TextMap {
  const fileStarts = [fileText.startsWith(BYTE_ORDER_MARK) ? 1 : 0];
  const modelStarts = [0];
  for (const match of fileText.matchAll(LINE_END)) {
    const length = match.index - (fileStarts.at(-1) ?? 0);
    fileStarts.push(match.index + match[0].length);
    modelStarts.push((modelStarts.at(-1) ?? 0) + length + 1);
  }
  const carry =
    (from: readonly number[], to: readonly number[]) =>
    (offset: number): number => {
      const line = lineAt(from, offset);
      const column = Math.max(0, offset - (from[line] ?? 0));
      const end = to[line + 1];
      const wanted = (to[line] ?? 0) + column;
      return end === undefined ? wanted : Math.min(wanted, end);
    };
  return {
    fileText,
    modelText: fileText.replace(BYTE_ORDER_MARK, '').replace(LINE_END, '\n'),
    toFile: carry(modelStarts, fileStarts),
    toModel: carry(fileStarts, modelStarts),
  };
}

/** The same changes as splices of the file; what is inserted gets the line ends that the file has. */
export function toFileEdits(
  fileId: string,
  map: TextMap,
  changes: readonly ModelChange[],
): readonly TextEdit[] {
  const eol = lineEnding(map.fileText);
  return changes.map(({ rangeOffset, rangeLength, text }) => ({
    fileId,
    range: { start: map.toFile(rangeOffset), end: map.toFile(rangeOffset + rangeLength) },
    text: text.replace(LINE_END, eol),
  }));
}

/** Last line whose start is at or before `offset`. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
