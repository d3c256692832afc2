import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { lazyTree } from '../../manifest/document-tree.ts';
import { nodeRange } from '../../manifest/field-range.ts';
import { splitDocuments } from '../../manifest/index.ts';
import type { TextRange } from '../../model/index.ts';

/** What can be folded away, from the first line, which stays, to the last. */
export interface FoldingRange {
  readonly range: TextRange;
  readonly kind: 'document' | 'field' | 'pem' | 'comment';
}

const PEM = /-----BEGIN [^-\r\n]+-----[\s\S]*?-----END [^-\r\n]+-----/g;
const COMMENTS = /^[ \t]*#[^\r\n]*(?:\r?\n[ \t]*#[^\r\n]*)+/gm;

/** Documents, maps, lists and texts over several lines, PEM blocks, and comments over several lines. */
export function folding(text: string): readonly FoldingRange[] {
  const documents = splitDocuments(text);
  const found = documents.flatMap(({ range: { start, end } }) => {
    const tree = lazyTree(text.slice(start, end));
    const at = ({ start: from, end: to }: TextRange): TextRange => ({
      start: from + start,
      end: to + start,
    });
    const fields = fieldRanges(tree.root, (node) => nodeRange(tree, node)).map(at);
    const whole = at(nodeRange(tree, tree.root));
    return [
      ...(documents.length > 1 ? [{ range: whole, kind: 'document' as const }] : []),
      ...fields.map((range) => ({ range, kind: 'field' as const })),
    ];
  });
  const matches = (pattern: RegExp, kind: FoldingRange['kind']): readonly FoldingRange[] =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
      range: { start: index, end: index + words.length },
      kind,
    }));
  return [...found, ...matches(PEM, 'pem'), ...matches(COMMENTS, 'comment')].filter(({ range }) =>
    /[\r\n]/.test(text.slice(range.start, range.end)),
  );
}

/** From each key to the end of its value, and list items that are maps. */
function fieldRanges(
  node: ParsedNode,
  rangeOf: (node: ParsedNode) => TextRange,
): readonly TextRange[] {
  if (isSeq(node)) {
    return node.items.flatMap((item) => [
      ...(isScalar(item) ? [] : [rangeOf(item)]),
      ...fieldRanges(item, rangeOf),
    ]);
  }
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    if (value === null) return [];
    const { start } = rangeOf(key);
    return [{ start, end: Math.max(start, rangeOf(value).end) }, ...fieldRanges(value, rangeOf)];
  });
}
