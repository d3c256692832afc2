import { isAlias, isCollection, isMap, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml';
import type { FieldPath, TextRange } from '../model/index.ts';
import type { DocumentTree } from './document-tree.ts';
import { fieldName, isMergeKey } from './to-json.ts';
import type { FieldRange } from './types.ts';

/** A field in the syntax tree. */
export interface FieldNode {
  readonly node: ParsedNode;
  /** The pair that holds it, when it is the value of a key. */
  readonly pair?: Pair<ParsedNode, ParsedNode | null>;
  /** Reached through an alias or a merge key: the text stands elsewhere and may serve other fields too. */
  readonly shared?: true;
}

/** What a path leads to: every field on the way, the root first, and whether the whole path exists. */
export interface FieldLookup {
  readonly trail: readonly FieldNode[];
  readonly found: boolean;
}

/** Follows a path through maps, lists, aliases and merge keys. Of two equal keys the last one counts. */
export function lookUp(tree: DocumentTree, path: FieldPath): FieldLookup {
  const trail: FieldNode[] = [{ node: tree.root }];
  for (const segment of path) {
    const here = trail.at(-1);
    const next = here === undefined ? null : child(tree, here.node, segment, 0);
    if (next === null) return { trail, found: false };
    const isShared = here?.shared === true || isAlias(here?.node);
    trail.push(isShared ? { ...next, shared: true } : next);
  }
  return { trail, found: true };
}

/**
 * Range of a field in its document. When the path ends in the void, that of the nearest ancestor that exists.
 * Ends without the white space behind the last character of the value.
 */
export function fieldRange(tree: DocumentTree, path: FieldPath): FieldRange {
  const { trail } = lookUp(tree, path);
  const { node, pair } = trail.at(-1) ?? { node: tree.root };
  const value = nodeRange(tree, node);
  if (pair === undefined) return { value };
  const key = nodeRange(tree, pair.key);
  return { key, value, pair: { start: key.start, end: Math.max(key.end, value.end) } };
}

function child(
  tree: DocumentTree,
  node: ParsedNode,
  segment: string | number,
  depth: number,
): FieldNode | null {
  const target = isAlias(node) ? tree.aliases.get(node) : node;
  if (target === undefined || depth > 50) return null;
  if (isSeq(target)) {
    const item = typeof segment === 'number' ? target.items[segment] : undefined;
    return item === undefined ? null : { node: item };
  }
  if (!isMap(target)) return null;
  const pair = target.items.findLast(
    (one) => fieldName(keyTarget(tree, one.key)) === String(segment),
  );
  if (pair !== undefined) return { node: valueOf(pair), pair };
  for (const merge of target.items.filter((one) => isMergeKey(one.key))) {
    const found = childOfMerge(tree, valueOf(merge), segment, depth);
    if (found !== null) return { ...found, shared: true };
  }
  return null;
}

function childOfMerge(
  tree: DocumentTree,
  value: ParsedNode,
  segment: string | number,
  depth: number,
): FieldNode | null {
  const target = isAlias(value) ? tree.aliases.get(value) : value;
  const parts: readonly ParsedNode[] = isSeq(target) ? target.items : [value];
  for (const part of parts) {
    const found = child(tree, part, segment, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function keyTarget(tree: DocumentTree, key: ParsedNode): ParsedNode {
  return isAlias(key) ? (tree.aliases.get(key) ?? key) : key;
}

/** A key without value (`{a}`) has no value node: the key stands for both. */
function valueOf(pair: Pair<ParsedNode, ParsedNode | null>): ParsedNode {
  return pair.value ?? pair.key;
}

/** From the first character of a node to its last one; the parser's own end takes comments and blank lines along. */
export function nodeRange(tree: DocumentTree, node: ParsedNode): TextRange {
  const [start] = node.range;
  return { start, end: Math.max(start, nodeEnd(tree, node)) };
}

function nodeEnd(tree: DocumentTree, node: ParsedNode): number {
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    const end = lastEnd(tree, last);
    if (end !== null) return end;
  }
  const end = node.range[1];
  return isScalar(node) ? trimmedEnd(tree.text, node.range[0], end) : end;
}

function lastEnd(tree: DocumentTree, item: unknown): number | null {
  if (isPair(item)) return nodeEnd(tree, item.value ?? item.key);
  return isNode(item) ? nodeEnd(tree, item) : null;
}

function isPair(item: unknown): item is Pair<ParsedNode, ParsedNode | null> {
  return typeof item === 'object' && item !== null && 'key' in item;
}

function isNode(item: unknown): item is ParsedNode {
  return isScalar(item) || isAlias(item) || isCollection(item);
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
