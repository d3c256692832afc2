import { fieldText, itemsAt, namespacedName, valueAt } from '../gateway-api/index.ts';
import {
  appendItem,
  insertKey,
  removeItem,
  removeKey,
  setScalar,
  type JsonValue,
  type ManifestObject,
} from '../manifest/index.ts';
import type { FieldPath, TextEdit } from '../model/index.ts';
import { edited, refused } from './outcome.ts';
import type { EditOutcome, EditSource } from './types.ts';

/** Sets a field to a value of any type; maps that lead to it are added. */
export function setField(
  source: EditSource,
  key: string,
  path: FieldPath,
  value: JsonValue,
): EditOutcome {
  return onField(source, key, path, `Set ${nameOf(path)} of`, (object) => {
    if (valueAt(object.value, path) === value) return 'It has that value already.';
    const last = path.at(-1);
    if (typeof value !== 'object' || value === null) return setScalar(object, path, value);
    return typeof last === 'string' ? insertKey(object, path.slice(0, -1), last, value) : [];
  });
}

/** Adds an item at the end of a list, or starts the list. */
export function addItem(
  source: EditSource,
  key: string,
  path: FieldPath,
  value: JsonValue,
): EditOutcome {
  return onField(source, key, path, `Add to ${nameOf(path)} of`, (object) =>
    appendItem(object, path, value),
  );
}

/** Takes a field, or an item of a list, out. */
export function removeField(source: EditSource, key: string, path: FieldPath): EditOutcome {
  return onField(source, key, path, `Remove ${nameOf(path)} of`, (object) =>
    typeof path.at(-1) === 'number' ? removeItem(object, path) : removeKey(object, path),
  );
}

/** Changes places with the item before (`-1`) or after (`1`). Comments behind an item stay where they are. */
export function moveItem(
  source: EditSource,
  key: string,
  path: FieldPath,
  by: -1 | 1,
): EditOutcome {
  return onField(source, key, path, `Move ${nameOf(path)} of`, (object) => {
    const index = path.at(-1);
    if (typeof index !== 'number') return [];
    const list = path.slice(0, -1);
    const other = index + by;
    if (other < 0 || other >= itemsAt(object.value, list).length) return 'It is at the end.';
    return swapped(source, object, path, [...list, other]);
  });
}

function swapped(
  { workspace }: EditSource,
  object: ManifestObject,
  a: FieldPath,
  b: FieldPath,
): readonly TextEdit[] {
  const { fileId } = object;
  const text = workspace.files.find(({ id }) => id === fileId)?.text ?? '';
  const first = object.rangeOf(a).value;
  const second = object.rangeOf(b).value;
  return [
    { fileId, range: first, text: text.slice(second.start, second.end) },
    { fileId, range: second, text: text.slice(first.start, first.end) },
  ];
}

/** `hostname`, `backendRefs[1]`. */
function nameOf(path: FieldPath): string {
  const from = path.findLastIndex((step) => typeof step === 'string');
  const [name = '', ...items] = path.slice(Math.max(from, 0));
  return `${String(name)}${items.map((item) => `[${String(item)}]`).join('')}`;
}

function onField(
  { index }: EditSource,
  key: string,
  path: FieldPath,
  what: string,
  change: (object: ManifestObject) => readonly TextEdit[] | string,
): EditOutcome {
  const object = index.byKey.get(key);
  if (object === undefined) return refused('It is in no file.');
  const edits = change(object);
  if (typeof edits === 'string') return refused(edits);
  if (edits.length === 0)
    return refused(`${fieldText(path)} cannot be changed where it stands. Change it in the YAML.`);
  return edited({ label: `${what} ${object.kind} ${namespacedName(object)}`, edits });
}
