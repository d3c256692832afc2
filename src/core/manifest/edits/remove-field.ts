import { isMap, isSeq, type ParsedNode } from 'yaml';
import type { FieldPath, TextEdit, TextRange } from '../../model/index.ts';
import { nodeRange, type FieldNode } from '../field-range.ts';
import type { ManifestObject } from '../types.ts';
import { editContext, lineEnd, lineStart, nextLine, type EditContext } from './edit-context.ts';
import { blockEnd, dashOffset } from './insert-into.ts';
import { keyOffset } from './key-column.ts';

/**
 * Removes a key with its value and the comment behind it. Comments above it stay; a map that loses its last key becomes
 * `{}`.
 *
 * @returns no edits when the field is not there or stands in an alias or merge
 */
export function removeKey(object: ManifestObject, path: FieldPath): readonly TextEdit[] {
  return removeField(object, path);
}

/** Removes an item of a list; a list that loses its last item becomes `[]`. As `removeKey`. */
export function removeItem(object: ManifestObject, path: FieldPath): readonly TextEdit[] {
  return removeField(object, path);
}

/** Removes the items of a list from `from`, at least 1, to its end; those before stay as they are. As `removeKey`. */
export function removeItemsFrom(
  object: ManifestObject,
  path: FieldPath,
  from: number,
): readonly TextEdit[] {
  const context = editContext(object);
  const { trail, found } = context?.lookUp(path) ?? { trail: [], found: false };
  const list = trail.at(-1);
  if (context === null || !found || !isSeq(list?.node) || list.shared === true) return [];
  const container = list.node;
  const count = container.items.length;
  if (from < 1 || from >= count) return [];
  if (container.flow !== true && !context.style.json)
    return Array.from({ length: count - from }, (_, i) =>
      removeFromBlock(context, container, from + i),
    );
  const { end: start } = itemRange(context, container, from - 1);
  const { end } = itemRange(context, container, count - 1);
  return [context.splice({ start, end }, '')];
}

function removeField(object: ManifestObject, path: FieldPath): readonly TextEdit[] {
  const context = editContext(object);
  if (context === null || path.length === 0) return [];
  const { trail, found } = context.lookUp(path);
  return found ? removeFound(context, trail) : [];
}

/** Removes the last field of a trail. */
export function removeFound(
  context: EditContext,
  trail: readonly FieldNode[],
): readonly TextEdit[] {
  const field = trail.at(-1);
  const container = trail.at(-2)?.node;
  if (field === undefined || field.shared === true || container === undefined) return [];
  if (!isMap(container) && !isSeq(container)) return [];
  const index = isMap(container)
    ? container.items.findIndex((pair) => pair === field.pair)
    : container.items.findIndex((item) => item === field.node);
  if (index === -1) return [];
  return [
    container.flow === true || context.style.json
      ? removeFromFlow(context, container, index)
      : removeFromBlock(context, container, index),
  ];
}

type Container = Extract<ParsedNode, { readonly items: readonly unknown[] }>;

/** From the first character of an item (its key, or its value in a list) to its last one. */
function itemRange(context: EditContext, container: Container, index: number): TextRange {
  const item = container.items[index];
  if (item === undefined) return { start: container.range[0], end: container.range[0] };
  if (!('key' in item)) return nodeRange(context.tree, item);
  const end = nodeRange(context.tree, item.value ?? item.key).end;
  const { start, end: keyEnd } = nodeRange(context.tree, item.key);
  return { start, end: Math.max(end, keyEnd) };
}

function removeFromFlow(context: EditContext, container: Container, index: number): TextEdit {
  const own = itemRange(context, container, index);
  if (index + 1 < container.items.length) {
    const { start: end } = itemRange(context, container, index + 1);
    return context.splice({ start: own.start, end }, '');
  }
  if (index > 0) {
    const { end: start } = itemRange(context, container, index - 1);
    return context.splice({ start, end: own.end }, '');
  }
  const comma = /^\s*,/.exec(context.text.slice(own.end))?.[0].length ?? 0;
  return context.splice({ start: own.start, end: own.end + comma }, '');
}

function removeFromBlock(context: EditContext, container: Container, index: number): TextEdit {
  const { text } = context;
  const start = blockStart(context, container, index);
  const { end: contentEnd } = itemRange(context, container, index);
  if (container.items.length === 1) {
    const empty = isMap(container) ? '{}' : '[]';
    // A list may stand below its key in the same column; what takes its place may not.
    const gap =
      isMap(container) || text.slice(lineStart(text, start), start).trim() !== '' ? '' : '  ';
    return context.splice({ start, end: contentEnd }, gap + empty);
  }
  const end = blockEnd(context, container, index);
  const isAlone = text.slice(lineStart(text, start), start).trim() === '';
  if (isAlone)
    return context.splice({ start: lineStart(text, start), end: nextLine(text, end) }, '');
  // The first field of `- name: x` shares its line with the dash: the next field moves up.
  const rest = nextLine(text, lineEnd(text, end));
  const gap = /^\s*/.exec(text.slice(rest))?.[0].length ?? 0;
  const next = rest + gap;
  const isComment = text[next] === '#';
  return isComment
    ? context.splice({ start, end: lineEnd(text, end) }, '')
    : context.splice({ start, end: next }, '');
}

function blockStart(context: EditContext, container: Container, index: number): number {
  const item = container.items[index];
  if (isSeq(container)) return dashOffset(context.text, container, index);
  if (item === undefined || !('key' in item)) return container.range[0];
  return keyOffset(context.text, item.key);
}
