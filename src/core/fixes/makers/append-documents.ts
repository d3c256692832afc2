import { appendDocument, manifestText, type JsonObject } from '../../manifest/index.ts';
import type { TextEdit, WorkspaceFile } from '../../model/index.ts';

/** Adds several documents at the end of one file, in this order. */
export function appendDocuments(
  file: WorkspaceFile,
  documents: readonly JsonObject[],
): readonly TextEdit[] {
  return documents.flatMap((document, index) =>
    // Only the first knows what stands before it; the others bring their separator along.
    appendDocument(file, index === 0 ? document : `---\n${manifestText(document)}`),
  );
}
