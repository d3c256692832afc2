import { isScalar, type ParsedNode } from 'yaml';
import type { JsonObject } from '../../manifest/types.ts';
import type { FieldPath, TextRange } from '../../model/index.ts';
import { cursorLine, keyWord, type CursorLine } from './cursor-line.ts';
import { documentAt, type DocumentAt } from './document-at.ts';
import { objectPlace } from './kubernetes-object.ts';
import { readSpot, type ReadSpot } from './read-spot.ts';

/** Stands where the cursor is, so that an empty place is a place, too. From the private use area: nobody types it. */
export const CURSOR = '\uE000';

/** What is being typed where. */
export interface CursorContext {
  /** `key`: the name of a field; `value`: its value, or an item of a list. */
  readonly part: 'key' | 'value';
  /** The object as far as it is written; what is being typed holds `CURSOR`. */
  readonly object: JsonObject;
  /** In the object: of the value, or of the map that gets the key. */
  readonly path: FieldPath;
  /** From the begin of the word to the cursor, quotes left out. */
  readonly typed: string;
  /** The whole word, in the file. */
  readonly replace: TextRange;
  readonly quoted: boolean;
  /** Inside braces or brackets: no line may be begun. */
  readonly flow: boolean;
  /** Column of the word on its line, from 0. */
  readonly column: number;
  /** The colon of a key stands already. */
  readonly colon: boolean;
}

/**
 * What the user is typing at an offset of a file. Made for documents in the middle of a change: a mark is set at the
 * cursor and the document read as far as it can be.
 *
 * @returns null where nothing of a manifest is typed: in a comment, in a block of text, in prose
 */
export function cursorContext(text: string, offset: number): CursorContext | null {
  const document = documentAt(text, offset);
  const at = offset - document.start;
  const line = cursorLine(document.text, at);
  if (/(?:^|\s)#/.test(line.before.replaceAll(/"[^"]*"|'[^']*'/g, ''))) return null;
  return keyContext(document, at, line) ?? valueContext(document, at);
}

function keyContext(document: DocumentAt, at: number, line: CursorLine): CursorContext | null {
  const word = keyWord(line);
  if (word === null) return null;
  const start = at - word.typed.length;
  const end = at + word.rest.length;
  const read = readSpot(insert(document.text, end, CURSOR + (word.colon ? '' : ':')), end);
  if (read?.spot.part !== 'key') return null;
  return {
    ...placeOf(read, read.spot.path.slice(0, -1)),
    part: 'key',
    typed: word.typed,
    replace: { start: document.start + start, end: document.start + end },
    quoted: false,
    flow: flowHolds(read.root, at),
    column: start - line.start,
    colon: word.colon,
  };
}

function valueContext(document: DocumentAt, at: number): CursorContext | null {
  const line = cursorLine(document.text, at);
  const marked = insert(document.text, at, CURSOR);
  const read = readSpot(marked, at);
  if (read === null || !isScalar(read.spot.node)) return null;
  const { node, part, path } = read.spot;
  if (node.type?.startsWith('BLOCK_') === true) return null;
  const quoted = node.type?.startsWith('QUOTE_') === true;
  const start = node.range[0] + (quoted ? 1 : 0);
  if (start < line.start || start > at) return null;
  const last = node.range[1] - 1;
  const isClosed = quoted && last > at && marked[last] === marked[node.range[0]];
  // What has not been closed yet swallows the lines below.
  const end = Math.max(at, Math.min(last + 1 - CURSOR.length - (isClosed ? 1 : 0), line.end));
  return {
    ...placeOf(read, part === 'key' ? path.slice(0, -1) : path),
    part,
    typed: document.text.slice(start, at),
    replace: { start: document.start + start, end: document.start + end },
    quoted,
    flow: flowHolds(read.root, at),
    column: start - line.start,
    colon: /^[^,{}[\]]*:/.test(document.text.slice(end, line.end)),
  };
}

function placeOf({ json }: ReadSpot, path: FieldPath): Pick<CursorContext, 'object' | 'path'> {
  const place = objectPlace(json, path);
  return { object: place.value, path: place.path };
}

/** Whether braces or brackets stand around the place. */
function flowHolds(node: ParsedNode | null, at: number): boolean {
  if (node === null || !('items' in node)) return false;
  if (node.range[0] > at || node.range[1] < at) return false;
  if (node.flow === true) return node.range[0] < at;
  return node.items.some((item) =>
    'key' in item ? flowHolds(item.value, at) : flowHolds(item, at),
  );
}

function insert(text: string, at: number, mark: string): string {
  return text.slice(0, at) + mark + text.slice(at);
}
