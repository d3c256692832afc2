import type { ConnectionEnds } from '../analysis/index.ts';
import { insertKey, removeKey, removeObject, setScalar } from '../manifest/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { Assignment, Blob, FieldRef, TextEdit, Workspace } from '../model/index.ts';
import { encodeBase64, type Material } from '../pki/index.ts';
import { applyEdits, editsByFile } from '../source/index.ts';
import type { Variant } from './types.ts';

type Part = 'chain' | 'key' | 'clientCa';

/** Collects changes for a variant of a workspace; the workspace itself is only read. */
export class Draft {
  readonly #workspace: Workspace;
  readonly #ends: ConnectionEnds;
  readonly #edits: TextEdit[] = [];
  readonly #changed = new Set<string>();
  #blobs: readonly Blob[];
  #assignments: readonly Assignment[];

  constructor(workspace: Workspace, ends: ConnectionEnds) {
    this.#workspace = workspace;
    this.#ends = ends;
    this.#blobs = workspace.blobs;
    this.#assignments = workspace.assignments;
  }

  /** Writes PEM text where `material` stands. @returns false where that is no place that can be written */
  write({ source }: Material, pem: string): boolean {
    switch (source.kind) {
      case 'field':
        return this.#writeField(source.field, pem, source.label);
      case 'blob':
        this.#putBlob(source.blobId, pem);
        this.#changed.add(source.label);
        return true;
      case 'system':
        return false;
      default:
        return source satisfies never;
    }
  }

  /** Says of the backend what no manifest and no file says: a part of an assignment. */
  assign(part: Part, pem: string): void {
    const { assignmentTarget: target } = this.#ends.backend;
    const blobId = `what-if-${part}`;
    this.#putBlob(blobId, pem);
    const before = this.#assignments.find((one) => one.target === target) ?? { target };
    const after: Assignment = { ...before, [part]: { kind: 'blob', blobId } };
    this.#assignments = [...this.#assignments.filter((one) => one.target !== target), after];
    this.#changed.add(`What ${target} presents and demands`);
  }

  /** Removes a field of an object. */
  removeField({ objectId, path }: FieldRef, label: string): void {
    const object = this.#object(objectId);
    if (object === undefined) return;
    this.#edits.push(...removeKey(object, path));
    this.#changed.add(label);
  }

  /** Removes the object that a field belongs to. */
  removeObject({ objectId }: FieldRef): void {
    for (const parsed of this.#ends.parsed) {
      const object = parsed.objects.find(({ id }) => id === objectId);
      if (object === undefined) continue;
      this.#edits.push(...removeObject(parsed, object));
      this.#changed.add(`${object.kind} ${object.name}`);
    }
  }

  finish(title: string): Variant {
    const edits = editsByFile(this.#edits);
    const files = this.#workspace.files.map((file) => {
      const own = edits.get(file.id);
      return own === undefined ? file : { ...file, text: applyEdits(file.text, own) };
    });
    const workspace = {
      ...this.#workspace,
      files,
      blobs: this.#blobs,
      assignments: this.#assignments,
    };
    return { title, workspace, changed: [...this.#changed] };
  }

  #writeField({ objectId, path }: FieldRef, pem: string, label: string): boolean {
    const object = this.#object(objectId);
    const [section, key] = path;
    if (object === undefined || typeof section !== 'string' || typeof key !== 'string')
      return false;
    const encoded = section === (object.kind === 'Secret' ? 'data' : 'binaryData');
    const edits = encoded
      ? setScalar(object, path, encodeBase64(new TextEncoder().encode(pem)))
      : insertKey(object, [section], key, pem);
    this.#edits.push(...edits);
    this.#changed.add(label);
    return edits.length > 0;
  }

  #putBlob(id: string, pem: string): void {
    const before = this.#blobs.find((blob) => blob.id === id);
    const blob = { id, path: before?.path ?? `${id}.pem`, bytes: new TextEncoder().encode(pem) };
    this.#blobs = [...this.#blobs.filter((one) => one.id !== id), blob];
  }

  #object(id: string): ManifestObject | undefined {
    return this.#ends.parsed.flatMap(({ objects }) => objects).find((object) => object.id === id);
  }
}
