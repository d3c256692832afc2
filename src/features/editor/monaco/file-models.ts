import type { TextEdit } from '../../../core/model/index.ts';
import { applyEdits, minimalChange } from '../../../core/source/index.ts';
import { createTextMap, toFileEdits, type TextMap } from '../text/text-map.ts';
import { monaco } from './monaco.ts';

export interface ShownFile {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  /** A guide: prose around YAML, which YAML's colours would only confuse. */
  readonly readOnly?: boolean;
}

interface Entry {
  readonly model: monaco.editor.ITextModel;
  map: TextMap;
}

/** How a text came to change in the editor: typed on where the last change ended, typed elsewhere, or laid out. */
export type EditKind = 'goes-on' | 'begins' | 'format';

/**
 * One Monaco model a file, kept in step with the store in both directions. What the user types becomes splices of the
 * file; what comes from elsewhere (a fix, undo) becomes the smallest change of the model. An echo is known by its text.
 */
export class FileModels {
  readonly #entries = new Map<string, Entry>();
  readonly #onEdit: (edits: readonly TextEdit[], kind: EditKind) => void;
  #lastEnd = -1;
  #applying = false;
  /** Version that a model has once it is laid out. */
  #formatted: { readonly uri: string; readonly version: number } | null = null;

  constructor(onEdit: (edits: readonly TextEdit[], kind: EditKind) => void) {
    this.#onEdit = onEdit;
  }

  /** The model of `file`, made when it is first shown, with the text that the store has. */
  show(file: ShownFile): monaco.editor.ITextModel {
    const known = this.#entries.get(file.id);
    if (known === undefined) return this.#create(file);
    this.#follow(known, file.text);
    return known.model;
  }

  /**
   * Takes over texts that changed elsewhere and drops the models of files that are gone.
   *
   * @returns where the text of each file that changed now ends to differ, as an offset in its model
   */
  sync(files: readonly ShownFile[]): ReadonlyMap<string, number> {
    const byId = new Map(files.map((file) => [file.id, file]));
    const changed = new Map<string, number>();
    for (const [id, entry] of this.#entries) {
      const file = byId.get(id);
      if (file !== undefined) {
        const end = this.#follow(entry, file.text);
        if (end !== null) changed.set(id, end);
      } else {
        entry.model.dispose();
        this.#entries.delete(id);
      }
    }
    return changed;
  }

  /** The next change of `model` lays it out, unless something else changes it first. */
  expectFormat(model: monaco.editor.ITextModel): void {
    this.#formatted = { uri: model.uri.toString(), version: model.getVersionId() + 1 };
  }

  mapOf(fileId: string): TextMap | undefined {
    return this.#entries.get(fileId)?.map;
  }

  entries(): readonly (readonly [string, monaco.editor.ITextModel])[] {
    return [...this.#entries].map(([id, { model }]) => [id, model] as const);
  }

  fileOf(model: monaco.editor.ITextModel | null): string | undefined {
    return [...this.#entries].find(([, entry]) => entry.model === model)?.[0];
  }

  dispose(): void {
    this.sync([]);
  }

  #create(file: ShownFile): monaco.editor.ITextModel {
    const map = createTextMap(file.text);
    const uri = monaco.Uri.from({ scheme: 'workspace', path: `/${file.path}`, query: file.id });
    const model = monaco.editor.createModel(
      map.modelText,
      file.readOnly === true ? 'plaintext' : 'yaml',
      uri,
    );
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    const entry: Entry = { model, map };
    this.#entries.set(file.id, entry);
    model.onDidChangeContent((event) => {
      if (!this.#applying) this.#typed(file.id, entry, event);
    });
    return model;
  }

  #typed(fileId: string, entry: Entry, event: monaco.editor.IModelContentChangedEvent): void {
    const edits = toFileEdits(fileId, entry.map, event.changes);
    entry.map = createTextMap(applyEdits(entry.map.fileText, edits));
    const first = event.changes[0];
    const continues =
      event.changes.length === 1 &&
      first !== undefined &&
      !first.text.includes('\n') &&
      first.rangeOffset + first.rangeLength === this.#lastEnd;
    this.#lastEnd = first === undefined ? -1 : first.rangeOffset + first.text.length;
    this.#onEdit(edits, this.#isFormat(entry, event) ? 'format' : continues ? 'goes-on' : 'begins');
  }

  #isFormat({ model }: Entry, { versionId }: monaco.editor.IModelContentChangedEvent): boolean {
    const expected = this.#formatted;
    this.#formatted = null;
    return expected?.uri === model.uri.toString() && expected.version === versionId;
  }

  #follow(entry: Entry, text: string): number | null {
    if (entry.map.fileText === text) return null;
    const map = createTextMap(text);
    const change = minimalChange(entry.map.modelText, map.modelText);
    entry.map = map;
    this.#lastEnd = -1;
    if (change === null) return null;
    const { model } = entry;
    const start = model.getPositionAt(change.start);
    const end = model.getPositionAt(change.end);
    this.#applying = true;
    model.applyEdits([{ range: monaco.Range.fromPositions(start, end), text: change.text }]);
    this.#applying = false;
    return change.start + change.text.length;
  }
}
