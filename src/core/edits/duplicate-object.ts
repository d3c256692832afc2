import { namespacedName, objectAt, objectKey } from '../gateway-api/index.ts';
import { setScalar, type ManifestObject } from '../manifest/index.ts';
import { applyEdits } from '../source/index.ts';
import { definitionsOf, readObjectKey } from './find-object.ts';
import { nameFault } from './name-fault.ts';
import { placeDocument } from './new-documents.ts';
import { edited, refused } from './outcome.ts';
import type { EditOutcome, EditSource } from './types.ts';

/** Adds a copy of an object, comments included, under another name at the end of its file. */
export function duplicateObject(source: EditSource, key: string, newName: string): EditOutcome {
  const target = readObjectKey(key);
  const object = definitionsOf(source, key).at(-1);
  if (target === null || object === undefined) return refused('It is in no file.');
  const fault = nameFault(newName, target, object, source);
  if (fault !== null) return refused(fault);
  const newKey = objectKey(object.group, object.kind, object.namespace, newName);
  if (source.index.byKey.has(newKey))
    return refused(`There is a ${object.kind} ${newName} already.`);
  const copy = copyOf(source, object, newName);
  if (copy === null) return refused(`The name of ${object.name} comes from a YAML merge.`);
  const placed = placeDocument(source, copy, object.namespace, object.fileId, newName);
  const label = `Duplicate ${object.kind} ${namespacedName(object)} as ${newName}`;
  return edited({ label, ...placed, selects: newKey });
}

/** The text of its document with another name; an item of a List becomes a document of its own. */
function copyOf(source: EditSource, object: ManifestObject, name: string) {
  const parsed = source.parsed.find(({ file }) => file.id === object.fileId);
  const document = parsed?.documents.find(({ index }) => index === object.documentIndex);
  if (parsed === undefined || document === undefined) return null;
  if (document.status !== 'object')
    return { ...object.value, metadata: { ...objectAt(object.value, ['metadata']), name } };
  const edits = setScalar(object, ['metadata', 'name'], name);
  if (edits.length === 0) return null;
  const { start, end } = document.range;
  const own = edits.map((edit) => ({
    ...edit,
    range: { start: edit.range.start - start, end: edit.range.end - start },
  }));
  return endsLine(applyEdits(parsed.file.text.slice(start, end), own).replace(/^\uFEFF/, ''));
}

function endsLine(text: string): string {
  return /[\r\n]$/.test(text) ? text : `${text}\n`;
}
