import { appendDocument, manifestText, type JsonObject } from '../manifest/index.ts';
import type { TextEdit, WorkspaceFile } from '../model/index.ts';
import { claimPath } from '../workspace/paths.ts';
import type { EditSource } from './types.ts';

/** Where new documents went: behind the text of a file that is there, or into a file of their own. */
export interface Placed {
  readonly edits: readonly TextEdit[];
  readonly files: readonly WorkspaceFile[];
}

/**
 * Puts a new object into the file given, or into a new one where that file is applied with `kubectl -n` to another
 * namespace.
 */
export function placeDocument(
  source: EditSource,
  document: JsonObject | string,
  namespace: string,
  fileId: string | undefined,
  stem: string,
): Placed {
  const file = source.workspace.files.find(({ id }) => id === fileId);
  if (file !== undefined && takes(file, namespace))
    return { edits: appendDocument(file, document), files: [] };
  const text = typeof document === 'string' ? document : manifestText(document);
  return { edits: [], files: [newFile(source, stem, text)] };
}

/** `kubectl -n a` refuses an object that says `namespace: b`. */
export function takes({ defaultNamespace }: WorkspaceFile, namespace: string): boolean {
  return defaultNamespace === undefined || namespace === '' || defaultNamespace === namespace;
}

/** A file whose path and id nobody has. */
export function newFile({ workspace }: EditSource, stem: string, text: string): WorkspaceFile {
  const path = claimPath(
    `${stem}.yaml`,
    new Set([...workspace.files, ...workspace.guides].map((file) => file.path)),
  );
  const ids = new Set([...workspace.files, ...workspace.guides].map(({ id }) => id));
  let id = `new ${path}`;
  while (ids.has(id)) id = `${id}'`;
  return { id, path, text };
}
