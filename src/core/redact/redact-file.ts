import { parseFile } from '../manifest/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { FieldPath, TextEdit, TextRange, WorkspaceFile } from '../model/index.ts';
import { applyEdits } from '../source/index.ts';
import { keyLeaves } from './key-leaves.ts';
import { containsPrivateKey } from './public-text.ts';
import { standInEdits, withStandIns } from './stand-ins.ts';

/** A manifest file without its private keys. */
export interface RedactedFile {
  readonly text: string;
  /** How many keys were taken out. */
  readonly removed: number;
}

/**
 * The text of a manifest file with stand-ins for its private keys. Keys in values keep the value's form (a base64 value stays
 * base64), those in comments and in text that is no YAML are replaced where they stand. Every other byte survives.
 */
export function redactFile(file: WorkspaceFile): RedactedFile {
  const { objects } = parseFile(file, { defaultNamespace: '' });
  const inValues = objects.flatMap((object) =>
    keyLeaves(object.value, containsPrivateKey).flatMap((path) => leafEdits(file, object, path)),
  );
  const elsewhere = standInEdits(file.text, file.id).filter(({ range }) =>
    inValues.every((edit) => !overlaps(edit.range, range)),
  );
  const edits = [...inValues, ...elsewhere];
  return { text: applyEdits(file.text, edits), removed: edits.length };
}

/** `redactFile` with a memory of the last text of each file: of a large workspace, an edit changes one. */
export function createFileRedactor(): typeof redactFile {
  const last = new Map<string, { readonly text: string; readonly redacted: RedactedFile }>();
  return (file) => {
    const known = last.get(file.id);
    if (known?.text === file.text) return known.redacted;
    const redacted = redactFile(file);
    last.set(file.id, { text: file.text, redacted });
    return redacted;
  };
}

function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Where the value's text shows the key, only the key is replaced; where YAML's own writing hides it, the value is. */
function leafEdits(
  { id, text }: WorkspaceFile,
  object: ManifestObject,
  path: FieldPath,
): readonly TextEdit[] {
  const { start, end } = object.rangeOf(path).value;
  const written = text.slice(start, end);
  const local = standInEdits(written, id);
  if (local.length > 0 && !containsPrivateKey(applyEdits(written, local))) {
    return standInEdits(text, id).filter(({ range }) => start <= range.start && range.end <= end);
  }
  const tail = /\s*$/.exec(written)?.[0] ?? '';
  const value = valueAt(object, path);
  return [{ fileId: id, range: { start, end }, text: `${JSON.stringify(value)}${tail}` }];
}

function valueAt(object: ManifestObject, path: FieldPath): string {
  const value = path.reduce<unknown>(
    (at, part) =>
      typeof at === 'object' && at !== null
        ? (at as Readonly<Record<string | number, unknown>>)[part]
        : undefined,
    object.value,
  );
  return typeof value === 'string' ? withStandIns(value) : '';
}
