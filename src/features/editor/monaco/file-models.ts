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

/**
 * One Monaco model a file, kept in step with the store in both directions. What the user types becomes splices of the
 * file; what comes from elsewhere (a fix, undo) becomes the smallest change of the model. An echo is known by its text.
 */
export class FileModels {
  readonly #entries = new Map<string, Entry>();
  readonly #onEdit: (edits: readonly TextEdit[], startsBurst: boolean) => void;
  #lastEnd = -1;
  #applying = false;

  constructor(onEdit: (edits: readonly TextEdit[], startsBurst: boolean) => void) {
    this.#onEdit = onEdit;
  }

  /** The model of `file`, made when it is first shown, with the text that the store has. */
  show(file: ShownFile): monaco.editor.ITextModel {
    const known = this.#entries.get(file.id);
    if (known === undefined) return this.#create(file);
    this.#follow(known, file.text);
    return known.model;
  }

  /** Takes over texts that changed elsewhere and drops the models of files that are gone. */
  sync(files: readonly ShownFile[]): void {
    const byId = new Map(files.map((file) => [file.id, file]));
    for (const [id, entry] of this.#entries) {
      const file = byId.get(id);
      if (file !== undefined) this.#follow(entry, file.text);
      else {
        entry.model.dispose();
        this.#entries.delete(id);
      }
    }
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
    this.#onEdit(edits, !continues);
  }

  #follow(entry: Entry, text: string): void {
    if (entry.map.fileText === text) return;
    const map = createTextMap(text);
    const change = minimalChange(entry.map.modelText, map.modelText);
    entry.map = map;
    this.#lastEnd = -1;
    if (change === null) return;
    const { model } = entry;
    const start = model.getPositionAt(change.start);
    const end = model.getPositionAt(change.end);
    this.#applying = true;
    model.applyEdits([{ range: monaco.Range.fromPositions(start, end), text: change.text }]);
    this.#applying = false;
  }
}
