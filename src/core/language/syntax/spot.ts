import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { fieldName } from '../../manifest/to-json.ts';
import type { FieldPath } from '../../model/index.ts';

/** What stands at an offset of a document: a key or a value, and the path of its field. */
export interface Spot {
  readonly path: FieldPath;
  readonly part: 'key' | 'value';
  readonly node: ParsedNode;
}

/** The innermost key or value that touches an offset. A list item that is a map counts where none of its fields does. */
export function spotAt(root: ParsedNode, offset: number): Spot | null {
  let here: Spot = { path: [], part: 'value', node: root };
  if (!touches(root, offset)) return null;
  for (;;) {
    const next = below(here, offset);
    if (next === null) return here;
    here = next;
    if (here.part === 'key') return here;
  }
}

function below({ path, node }: Spot, offset: number): Spot | null {
  if (isSeq(node)) {
    const at = node.items.findLastIndex((item) => touches(item, offset));
    const item = node.items[at];
    return item === undefined ? null : { path: [...path, at], part: 'value', node: item };
  }
  if (!isMap(node)) return null;
  // The range of a block runs up to the line below it, where the next field may begin.
  for (const { key, value } of node.items.toReversed()) {
    const name = fieldName(key);
    const step = [...path, name ?? ''];
    if (touches(key, offset)) return { path: step, part: 'key', node: key };
    if (value !== null && touches(value, offset)) {
      return { path: step, part: 'value', node: value };
    }
  }
  return null;
}

function touches(node: ParsedNode, offset: number): boolean {
  const [start, end] = node.range;
  if (start > offset) return false;
  // The parser's end of a block scalar lies behind its last line end, on the line of the next field.
  const isBlock = isScalar(node) && node.type?.startsWith('BLOCK_') === true;
  return isBlock ? offset < end : offset <= end;
}
