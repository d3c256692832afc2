import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Line, LineRole } from './line-plan.ts';

/** The role of every line, from the syntax tree of its document. */
export function lineRoles(root: ParsedNode, lines: readonly Line[]): readonly LineRole[] {
  const roles = lines.map(({ text }): LineRole => {
    const rest = text.trim();
    if (rest === '') return 'blank';
    return rest.startsWith('#') ? 'comment' : 'structure';
  });
  const claim = (node: ParsedNode, role: LineRole, end: number): void => {
    const first = lines.findLastIndex(({ start }) => start <= node.range[0]);
    for (let at = first + 1; at < lines.length; at += 1) {
      if ((lines[at]?.start ?? 0) >= end) return;
      roles[at] = role;
    }
  };
  walk(root, claim);
  return roles;
}

function walk(
  node: ParsedNode | null,
  claim: (node: ParsedNode, role: LineRole, end: number) => void,
): void {
  if (node === null) return;
  if (isScalar(node)) {
    const isBlock = node.type?.startsWith('BLOCK_') === true;
    claim(node, isBlock ? 'block' : 'continued', node.range[1]);
  } else if (isMap(node) || isSeq(node)) {
    if (node.flow === true) claim(node, 'continued', node.range[1]);
    else {
      for (const item of node.items) {
        if ('key' in item) walk(item.key, claim);
        walk('key' in item ? item.value : item, claim);
      }
    }
  }
}
