import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { isObject, stringAt } from '../../gateway-api/index.ts';
import { lazyTree, type DocumentTree } from '../../manifest/document-tree.ts';
import { nodeRange } from '../../manifest/field-range.ts';
import { splitDocuments } from '../../manifest/index.ts';
import { fieldName, toJson } from '../../manifest/to-json.ts';
import type { JsonValue } from '../../manifest/types.ts';
import type { TextRange } from '../../model/index.ts';

/** One line of the outline. Ranges are offsets in the file. */
export interface OutlineSymbol {
  readonly kind: 'object' | 'map' | 'list' | 'item' | 'value';
  readonly name: string;
  /** The value of a short field, or the namespace of an object. */
  readonly detail: string;
  readonly range: TextRange;
  /** What is marked when the line is chosen. */
  readonly selection: TextRange;
  readonly children: readonly OutlineSymbol[];
}

/** A schema's schema has thousands of fields: nobody reads that outline. */
const DEEPEST = 8;

/** The outline of a file: its objects by kind and name, and their fields. */
export function symbols(text: string): readonly OutlineSymbol[] {
  return splitDocuments(text).flatMap(({ range }) => {
    const tree = lazyTree(text.slice(range.start, range.end));
    const whole = nodeRange(tree, tree.root);
    if (whole.end === whole.start || isScalar(tree.root)) return [];
    const { name, detail } = objectName(toJson(tree.root).value);
    const walk: Walk = { tree, offset: range.start };
    const at = shift(whole, walk);
    const children = below(tree.root, walk, 1);
    return [{ kind: 'object', name, detail, range: at, selection: at, children }];
  });
}

interface Walk {
  readonly tree: DocumentTree;
  readonly offset: number;
}

function objectName(value: JsonValue): { readonly name: string; readonly detail: string } {
  const kind = stringAt(value, ['kind']) ?? (isObject(value) ? 'map' : 'list');
  const name = stringAt(value, ['metadata', 'name']);
  const detail = stringAt(value, ['metadata', 'namespace']) ?? '';
  return { name: name === undefined ? kind : `${kind} ${name}`, detail };
}

function below(node: ParsedNode, walk: Walk, depth: number): readonly OutlineSymbol[] {
  if (depth > DEEPEST) return [];
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      const label = isMap(item) ? nameOf(item) : null;
      const at = rangeOf(item, walk);
      const children = below(item, walk, depth + 1);
      const name = label ?? (shortText(item) || `[${String(index)}]`);
      return { kind: 'item', name, detail: '', range: at, selection: at, children };
    });
  }
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }): OutlineSymbol[] => {
    const name = fieldName(key);
    if (name === null || name === '') return [];
    const selection = rangeOf(key, walk);
    const end = value === null ? selection.end : Math.max(rangeOf(value, walk).end, selection.end);
    const kind = isMap(value) ? 'map' : isSeq(value) ? 'list' : 'value';
    const children = value === null ? [] : below(value, walk, depth + 1);
    const detail = value === null ? '' : shortText(value);
    return [{ kind, name, detail, range: { ...selection, end }, selection, children }];
  });
}

/** What tells a list item from its neighbours. */
function nameOf(item: Extract<ParsedNode, { items: { key: unknown }[] }>): string | null {
  for (const field of ['name', 'kind', 'hostname', 'type']) {
    const value = item.items.find(({ key }) => fieldName(key) === field)?.value ?? null;
    const text = value === null ? '' : shortText(value);
    if (text !== '') return text;
  }
  return null;
}

function shortText(node: ParsedNode): string {
  if (!isScalar(node) || node.type?.startsWith('BLOCK_') === true) return '';
  const text = node.value === null || node.value === undefined ? '' : node.source;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function rangeOf(node: ParsedNode, walk: Walk): TextRange {
  return shift(nodeRange(walk.tree, node), walk);
}

function shift({ start, end }: TextRange, { offset }: Walk): TextRange {
  return { start: start + offset, end: end + offset };
}
