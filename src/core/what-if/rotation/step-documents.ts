import { joinDocuments } from '../../export/join-documents.ts';
import { splitDocuments } from '../../manifest/split-documents.ts';
import type { Workspace } from '../../model/index.ts';

/**
 * The documents that one state has and the one before it has not, as one stream to apply: each whole, with its comments and,
 * where it holds one, its private key. Empty when no file differs.
 */
export function stepDocuments(
  from: Pick<Workspace, 'files'>,
  to: Pick<Workspace, 'files'>,
): string {
  const changed = to.files.flatMap(({ id, text }) => {
    const before = from.files.find((file) => file.id === id)?.text ?? '';
    if (before === text) return [];
    const known = new Set(documentsOf(before));
    return documentsOf(text).filter((document) => !known.has(document));
  });
  return joinDocuments(changed);
}

function documentsOf(text: string): readonly string[] {
  return splitDocuments(text).map(({ range }) => text.slice(range.start, range.end));
}
