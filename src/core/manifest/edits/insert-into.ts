import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { TextEdit } from '../../model/index.ts';
import { nodeRange } from '../field-range.ts';
import type { JsonValue } from '../types.ts';
import { blockText, flowText, isFilledCollection } from './block-text.ts';
import {
  columnOf,
  isBreak,
  lineEnd,
  lineStart,
  literalFits,
  type EditContext,
} from './edit-context.ts';
import { keyColumn } from './key-column.ts';
import { blockLiteral, fitsBlockLiteral, scalarText } from './scalar-text.ts';
import type { TextStyle } from './text-style.ts';

/**
 * Adds a key to a map or an item to a list, behind what is there. No edit when the container is neither, or when an item
 * would leave a gap in the list.
 */
export function insertInto(
  context: EditContext,
  container: ParsedNode,
  segment: string | number,
  value: JsonValue,
  inFlow: boolean,
): readonly TextEdit[] {
  if (isMap(container)) {
    if (typeof segment !== 'string') return [];
    const isFlow = inFlow || container.flow === true;
    return isFlow
      ? [insertInFlow(context, container, pairText(context, container, segment, value))]
      : [insertPair(context, container, segment, value)];
  }
  if (!isSeq(container) || segment !== container.items.length) return [];
  return inFlow || container.flow === true
    ? [
        insertInFlow(
          context,
          container,
          flowText(value, context.style, flowColumn(context, container)),
        ),
      ]
    : [insertItem(context, container, value)];
}

type Container = Extract<ParsedNode, { readonly items: readonly unknown[] }>;

function pairText(
  context: EditContext,
  container: Container,
  key: string,
  value: JsonValue,
): string {
  const { style } = context;
  const quotes = style.json ? 'double' : 'plain';
  return `${scalarText(key, quotes)}: ${flowText(value, style, flowColumn(context, container))}`;
}

/** Where the items of a flow collection begin, when they stand on lines of their own. */
function flowColumn(context: EditContext, container: Container): number | undefined {
  const first = firstNode(container);
  if (first === null) return undefined;
  const before = context.text.slice(lineStart(context.text, first.range[0]), first.range[0]);
  return before.trim() === '' ? before.length : undefined;
}

function insertInFlow(context: EditContext, container: Container, text: string): TextEdit {
  const last = lastNode(container);
  const open = container.range[0] + 1;
  if (last === null) return context.splice({ start: open, end: open }, text);
  const end = nodeRange(context.tree, last).end;
  const column = flowColumn(context, container);
  const gap = column === undefined ? ' ' : context.style.eol + ' '.repeat(column);
  return context.splice({ start: end, end }, `,${gap}${text}`);
}

function insertPair(context: EditContext, map: Container, key: string, value: JsonValue): TextEdit {
  const { style, text } = context;
  const first = firstNode(map);
  const column = first === null ? 0 : keyColumn(text, first);
  const name = scalarText(key, 'plain');
  const fits = literalFits(text, lastLineEnd(context, map));
  const isList = Array.isArray(value);
  const inner = column + (isList && !style.indentedLists ? 0 : style.step);
  const written = isFilledCollection(value)
    ? `${name}:${style.eol}${' '.repeat(inner)}${blockText(value, inner, style, fits)}`
    : `${name}: ${lineText(value, column, style, fits)}`;
  return appendLines(context, map, column, written);
}

function insertItem(context: EditContext, list: List, value: JsonValue): TextEdit {
  const { style, text } = context;
  const column = columnOf(text, dashOffset(text, list, 0));
  const fits = literalFits(text, lastLineEnd(context, list));
  const written = isFilledCollection(value)
    ? blockText(value, column + 2, style, fits)
    : lineText(value, column, style, fits);
  return appendLines(context, list, column, `- ${written}`);
}

function lineText(value: JsonValue, column: number, style: TextStyle, fits: boolean): string {
  if (typeof value === 'string' && fits && fitsBlockLiteral(value)) {
    return blockLiteral(value, column + style.step, style.step, style.eol);
  }
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[]' : '{}';
  return scalarText(value, 'plain');
}

/** Adds lines behind the last line of a block collection; comments on that line stay where they are. */
function appendLines(
  context: EditContext,
  container: Container,
  column: number,
  written: string,
): TextEdit {
  const { style, text } = context;
  const at = endOfLines(context, container);
  const pad = ' '.repeat(column);
  const startsLine = at > 0 && isBreak(text[at - 1]);
  const needsEnd = startsLine || (at >= text.length && written.includes(': |'));
  const line = `${startsLine ? '' : style.eol}${pad}${written}${needsEnd ? style.eol : ''}`;
  return context.splice({ start: at, end: at }, line);
}

/** A block scalar at the end of a collection takes its line ends along: what follows begins behind them. */
function endOfLines(context: EditContext, container: Container): number {
  const last = deepestLast(container);
  if (last !== null && isBlockScalar(last)) return last.range[1];
  return lineEnd(context.text, nodeRange(context.tree, last ?? container).end);
}

/** Like `endOfLines`, but never behind a line end. */
function lastLineEnd(context: EditContext, container: Container): number {
  const at = endOfLines(context, container);
  return at > 0 && isBreak(context.text[at - 1]) ? at - 1 : at;
}

/** `|` and `>`. */
export function isBlockScalar(node: ParsedNode): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** The node that the last line of a block collection ends with; any other node itself. */
export function deepestLast(node: ParsedNode): ParsedNode | null {
  if ((!isMap(node) && !isSeq(node)) || node.flow === true) return node;
  const last = lastNode(node);
  return last === null ? node : deepestLast(last);
}

/** A place on the last line of an item of a block collection, the line ends that a block scalar keeps included. */
export function blockEnd(context: EditContext, container: Container, index: number): number {
  const item = container.items[index];
  if (item === undefined) return container.range[1];
  const node = 'key' in item ? (item.value ?? item.key) : item;
  const last = deepestLast(node) ?? node;
  if (!isBlockScalar(last)) return nodeRange(context.tree, last).end;
  return isBreak(context.text[last.range[1] - 1]) ? last.range[1] - 1 : last.range[1];
}

function firstNode(container: Container): ParsedNode | null {
  const [first] = container.items;
  return first === undefined ? null : 'key' in first ? first.key : first;
}

function lastNode(container: Container): ParsedNode | null {
  const last = container.items.at(-1);
  if (last === undefined) return null;
  return 'key' in last ? (last.value ?? last.key) : last;
}

type List = Extract<ParsedNode, { readonly items: readonly ParsedNode[] }>;

/** Offset of the dash before an item of a block list: dashes stand below each other. */
export function dashOffset(text: string, list: List, index: number): number {
  const first = list.range[0];
  const item = list.items[index];
  if (index === 0 || item === undefined) return first;
  const column = columnOf(text, first);
  let start = lineStart(text, item.range[0]);
  while (start > first && text[start + column] !== '-') start = lineStart(text, start - 1);
  return start + column;
}
