import type { FieldPath } from '../model/index.ts';
import type { DocumentTree } from './document-tree.ts';
import type { ManifestObject } from './types.ts';

/** What an edit needs to know about an object beyond its value. */
export interface ObjectSource {
  readonly tree: DocumentTree;
  /** Path of the object in its document: empty, or `['items', n]` in a List. */
  readonly path: FieldPath;
  /** Offset of the document in its file. */
  readonly offset: number;
  readonly fileText: string;
}

/** The syntax tree stays private to this folder: objects are handed out without it. */
const sources = new WeakMap<ManifestObject, ObjectSource>();

export function rememberSource(object: ManifestObject, source: ObjectSource): void {
  sources.set(object, source);
}

/** Source of an object that `parseFile` made; null for any other. */
export function sourceOf(object: ManifestObject): ObjectSource | null {
  return sources.get(object) ?? null;
}
