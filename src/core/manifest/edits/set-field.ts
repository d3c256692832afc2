import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { FieldPath, TextEdit } from '../../model/index.ts';
import { nodeRange, type FieldNode } from '../field-range.ts';
import type { JsonValue, ManifestObject } from '../types.ts';
import { blockText, flowText, isFilledCollection } from './block-text.ts';
import { columnOf, editContext, lineEnd, literalFits, type EditContext } from './edit-context.ts';
import { deepestLast, insertInto, isBlockScalar } from './insert-into.ts';
import { keyColumn } from './key-column.ts';
import {
  blockLiteral,
  fitsBlockLiteral,
  scalarText,
  type QuoteStyle,
  type ScalarValue,
} from './scalar-text.ts';

/**
 * Sets the field at `path` to a scalar. An existing scalar keeps its quotes, a block scalar stays one; a field that is not
 * there is added with the maps that lead to it.
 *
 * @returns the edits of the object's file; none when the field stands in an alias or merge, or when a scalar or a
 *   list is in the way
 */
export function setScalar(
  object: ManifestObject,
  path: FieldPath,
  value: ScalarValue,
): readonly TextEdit[] {
  return setField(object, path, value);
}

/**
 * Adds `key` with any value at the end of the map at `parentPath`, or replaces the value it has. Maps that are missing on the
 * way are added.
 */
export function insertKey(
  object: ManifestObject,
  parentPath: FieldPath,
  key: string,
  value: JsonValue,
): readonly TextEdit[] {
  return setField(object, [...parentPath, key], value);
}

/** Adds an item at the end of the list at `path`, or starts that list. */
export function appendItem(
  object: ManifestObject,
  path: FieldPath,
  value: JsonValue,
): readonly TextEdit[] {
  const { trail, found } = editContext(object)?.lookUp(path) ?? { trail: [], found: false };
  const list = trail.at(-1)?.node;
  if (!found) return setField(object, path, [value]);
  return setField(
    object,
    isSeq(list) ? [...path, list.items.length] : path,
    isSeq(list) ? value : [value],
  );
}

function setField(object: ManifestObject, path: FieldPath, value: JsonValue): readonly TextEdit[] {
  const context = editContext(object);
  if (context === null) return [];
  const { trail, found } = context.lookUp(path);
  const last = trail.at(-1);
  if (last === undefined || last.shared === true) return [];
  if (found) return replaceValue(context, trail, value);
  const missing = path.slice(reached(context, path));
  const [next] = missing;
  if (next === undefined) return [];
  const wrapped = wrap(missing.slice(1), value);
  if (wrapped === undefined) return [];
  const holder = isNothing(last.node) || isHollow(context, trail) ? null : last.node;
  if (holder !== null) return insertInto(context, holder, next, wrapped, isInFlow(trail));
  const started = wrap([next], wrapped);
  return started === undefined ? [] : replaceValue(context, trail, started);
}

/** How many segments of the path exist. */
function reached(context: EditContext, path: FieldPath): number {
  let count = 0;
  while (count < path.length && context.lookUp(path.slice(0, count + 1)).found) count += 1;
  return count;
}

/** Puts the maps and lists of a path around a value; undefined when it would start a list beyond its first item. */
function wrap(path: FieldPath, value: JsonValue): JsonValue | undefined {
  return path.toReversed().reduce<JsonValue | undefined>((inner, segment) => {
    if (inner === undefined) return undefined;
    if (typeof segment === 'string') return { [segment]: inner };
    return segment === 0 ? [inner] : undefined;
  }, value);
}

function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null;
}

/** `{}` or `[]` as the whole value of a key in a block: what comes into it stands on lines of its own, as its neighbours do. */
function isHollow({ text, style }: EditContext, trail: readonly FieldNode[]): boolean {
  const field = trail.at(-1);
  if (field?.pair === undefined || style.json || isInFlow(trail)) return false;
  const [start, end] = field.node.range;
  return /^(?:\{\s*\}|\[\s*\])$/.test(text.slice(start, end));
}

/** True when the last field of a trail stands inside braces or brackets. */
function isInFlow(trail: readonly FieldNode[]): boolean {
  return trail
    .slice(0, -1)
    .some(({ node }) => !isScalar(node) && !isAlias(node) && node.flow === true);
}

function replaceValue(
  context: EditContext,
  trail: readonly FieldNode[],
  value: JsonValue,
): readonly TextEdit[] {
  const field = trail.at(-1);
  if (field === undefined) return [];
  const inFlow = context.style.json || isInFlow(trail);
  const isBlockCollection = (isMap(field.node) || isSeq(field.node)) && field.node.flow !== true;
  if (field.pair?.value === null)
    return [afterKey(context, field, `: ${flowText(value, context.style)}`)];
  if (isFilledCollection(value) && !inFlow && field.pair !== undefined) {
    return [replaceBelowKey(context, field, value)];
  }
  const text = valueText(context, field, value, inFlow);
  const { start, end } = replacedRange(context, field.node);
  const isMissing = start === end;
  if (isBlockCollection && field.pair !== undefined) {
    return [context.splice({ start: colonEnd(context, field), end }, ` ${text}`)];
  }
  const gap = isMissing && !/\s/.test(context.text[start - 1] ?? ' ') ? ' ' : '';
  const tail = isMissing && /[^\s,}\]]/.test(context.text[end] ?? '') ? ' ' : '';
  return [context.splice({ start, end }, gap + text + tail)];
}

/** A block scalar ends behind its last line end; that one stays, blanks at the end of its last line do not. */
function replacedRange(context: EditContext, node: ParsedNode): { start: number; end: number } {
  const range = nodeRange(context.tree, node);
  const last = deepestLast(node) ?? node;
  if (!isBlockScalar(last)) return range;
  let end = last.range[1];
  if (context.text[end - 1] === '\n') end -= 1;
  if (context.text[end - 1] === '\r') end -= 1;
  return { start: range.start, end: Math.max(end, range.end) };
}

function valueText(
  context: EditContext,
  { node, pair }: FieldNode,
  value: JsonValue,
  inFlow: boolean,
): string {
  const { style, text } = context;
  const { end } = replacedRange(context, node);
  if (typeof value === 'object' && value !== null) {
    return inFlow || !isFilledCollection(value)
      ? flowText(value, style)
      : blockText(value, columnOf(text, node.range[0]), style, literalFits(text, end));
  }
  if (typeof value === 'string' && !inFlow && pair !== undefined && fitsBlockLiteral(value)) {
    if (literalFits(text, end)) return literalBelowKey(context, pair.key, value, end);
  }
  return scalarText(value, style.json ? 'double' : quotesOf(node));
}

function literalBelowKey(
  context: EditContext,
  key: ParsedNode,
  value: string,
  end: number,
): string {
  const { style, text } = context;
  const literal = blockLiteral(value, keyColumn(text, key) + style.step, style.step, style.eol);
  // `|` keeps the last line end only if there is one.
  return value.endsWith('\n') && end >= text.length ? literal + style.eol : literal;
}

function quotesOf(node: ParsedNode): QuoteStyle {
  if (!isScalar(node)) return 'plain';
  if (node.type === 'QUOTE_DOUBLE') return 'double';
  return node.type === 'QUOTE_SINGLE' ? 'single' : 'plain';
}

/** A map or list under its key, on lines of its own. */
function replaceBelowKey(context: EditContext, field: FieldNode, value: JsonValue): TextEdit {
  const { style, text } = context;
  const key = field.pair?.key ?? field.node;
  const isList = Array.isArray(value);
  const column = keyColumn(text, key) + (isList && !style.indentedLists ? 0 : style.step);
  const start = colonEnd(context, field);
  const end = Math.max(start, replacedRange(context, field.node).end);
  // A comment behind the old value stays on the line of the key.
  const rest = text.slice(end, lineEnd(text, end));
  const isComment = /^[ \t]*#/.test(rest) && !text.slice(start, end).includes('\n');
  const last = isComment ? end + rest.length : end;
  const body = blockText(value, column, style, literalFits(text, last));
  const below = style.eol + ' '.repeat(column) + body;
  return context.splice({ start, end: last }, isComment ? ` ${rest.trim()}${below}` : below);
}

function afterKey(context: EditContext, field: FieldNode, text: string): TextEdit {
  const { end } = nodeRange(context.tree, field.node);
  return context.splice({ start: end, end }, text);
}

/** Place behind the colon of a pair, and behind an anchor or tag that follows it. */
function colonEnd(context: EditContext, { pair, node }: FieldNode): number {
  const keyEnd = pair === undefined ? node.range[0] : nodeRange(context.tree, pair.key).end;
  const colon = context.text.indexOf(':', keyEnd) + 1;
  const props = /^(?:[ \t]+[&!][^\s,{}[\]]*)+/.exec(context.text.slice(colon, node.range[0]))?.[0];
  return colon + (props?.length ?? 0);
}
