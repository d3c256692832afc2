import { applyObjectEdit, editSource, type EditSource, type ObjectEdit } from '../edits/index.ts';
import { placeDocument } from '../edits/new-documents.ts';
import { objectKey, valueAt, type ObjectIndex } from '../gateway-api/index.ts';
import {
  createFileParser,
  insertKey,
  removeKey,
  setScalar,
  type JsonObject,
  type JsonValue,
  type ManifestObject,
} from '../manifest/index.ts';
import type { FieldPath, TextEdit, Workspace } from '../model/index.ts';
import { placeOf } from './place.ts';
import { targetTraits, type TargetTraits } from './target-traits.ts';
import type { ConversionRequest, MappedField, NotExpressible, Place } from './types.ts';
import { lossWording, type LossCode } from './wording/loss-wording.ts';
import { noteWording, type NoteCode } from './wording/note-wording.ts';
import type { LossParams } from './wording/types.ts';

/** An object that does not exist yet, or the key that it would have. */
export type ObjectName = Pick<ManifestObject, 'group' | 'kind' | 'namespace' | 'name'>;

/** A conversion in the making: edits are made one after the other, each on the text that the one before left. */
export class ConversionDraft {
  readonly request: ConversionRequest;
  readonly mapped: MappedField[] = [];
  readonly lost: NotExpressible[] = [];
  readonly renamed: Record<string, string> = {};
  readonly #parse = createFileParser();
  #source: EditSource;

  constructor(workspace: Workspace, request: ConversionRequest) {
    this.request = request;
    this.#source = editSource(workspace, this.#parse);
  }

  get source(): EditSource {
    return this.#source;
  }

  get index(): ObjectIndex {
    return this.#source.index;
  }

  /** What the release that is converted to reads. */
  get target(): TargetTraits {
    return targetTraits(this.request.to, this.request.version);
  }

  /** The definition of an object that wins. */
  object(key: string): ManifestObject | undefined {
    return this.index.byKey.get(key);
  }

  perform({ edits, files, renamed }: Pick<ObjectEdit, 'edits' | 'files' | 'renamed'>): void {
    Object.assign(this.renamed, renamed);
    const next = applyObjectEdit(this.#source.workspace, { edits, files, renamed });
    this.#source = editSource(next, this.#parse);
  }

  /** Sets a field. @returns false where the text cannot be changed, which is then told */
  set(key: string, path: FieldPath, value: JsonValue): boolean {
    return this.#edit(key, path, (object) => {
      const last = path.at(-1);
      if (typeof value !== 'object' || value === null) return setScalar(object, path, value);
      return typeof last === 'string' ? insertKey(object, path.slice(0, -1), last, value) : [];
    });
  }

  /** Takes a field out. @returns as `set` */
  remove(key: string, path: FieldPath): boolean {
    return this.#edit(key, path, (object) => removeKey(object, path));
  }

  /** Adds an object beside another one, or in a file of its own. @returns its key */
  add(manifest: JsonObject | string, name: ObjectName, besideKey: string): string {
    const fileId = this.object(besideKey)?.fileId;
    const stem = `${name.kind.toLowerCase()}-${name.name}`;
    const placed = placeDocument(this.#source, manifest, name.namespace, fileId, stem);
    this.perform({ ...placed, renamed: {} });
    return keyOf(name);
  }

  map(from: Place | null, to: Place | null, code?: NoteCode, value = ''): void {
    const note = code === undefined ? null : { code, text: noteWording[code](value) };
    this.mapped.push({ from, to, note });
  }

  /** An object goes after all: what led to it leads on, and that it stays is told no longer. */
  replaceTold(objectKey: string, by: Place): void {
    const told = this.mapped.flatMap((one) => {
      if (one.to?.objectKey !== objectKey) return [one];
      return one.from?.objectKey === objectKey ? [] : [{ ...one, to: by }];
    });
    this.mapped.splice(0, this.mapped.length, ...told);
  }

  lose(code: LossCode, at: Place, params: LossParams = {}): void {
    const { fact, source, offer } = lossWording[code];
    const known = this.lost.some(
      (one) => one.code === code && one.at.objectKey === at.objectKey && one.at.field === at.field,
    );
    if (known) return;
    this.lost.push({ code, at, fact: fact(params), source: source(params), offer: offer(params) });
  }

  #edit(
    key: string,
    path: FieldPath,
    change: (object: ManifestObject) => readonly TextEdit[],
  ): boolean {
    const object = this.object(key);
    if (object === undefined) return false;
    // A guide applies an object twice: what the later definition replaces is kept in step.
    const earlier = this.index.all.filter(
      (one) => one.key === key && one !== object && valueAt(one.value, path) !== undefined,
    );
    const edits = [...earlier, object].flatMap(change);
    if (edits.length === 0) this.lose('TEXT-FIXED', placeOf(object, path));
    else this.perform({ edits, files: [], renamed: {} });
    return edits.length > 0;
  }
}

/** Key of an object by its name. */
export function keyOf({ group, kind, namespace, name }: ObjectName): string {
  return objectKey(group, kind, namespace, name);
}
