import { objectKey } from '../gateway-api/index.ts';
import { removeObject, setScalar, type ManifestObject } from '../manifest/index.ts';
import type { TextEdit, WorkspaceFile } from '../model/index.ts';
import { applyEdits } from '../source/index.ts';
import { definitionsOf } from './find-object.ts';
import { addGrants } from './grants.ts';
import { namespaceFault } from './name-fault.ts';
import { fieldsOf, namingFields } from './naming-fields.ts';
import { newFile, takes } from './new-documents.ts';
import { moveIncoming, moveOutgoing, type Moved, type MovedField } from './moved-fields.ts';
import { edited, refused } from './outcome.ts';
import type { EditOutcome, EditSource } from './types.ts';

/**
 * Puts an object into another namespace. References that name its namespace follow, those that omit it get one, and where
 * a reference then crosses namespaces a ReferenceGrant is added (unless `grants` is false). What cannot follow (references
 * that stay within their namespace) is told as an effect.
 */
export function moveToNamespace(
  source: EditSource,
  key: string,
  namespace: string,
  grants = true,
): EditOutcome {
  const definitions = definitionsOf(source, key);
  const object = definitions.at(-1);
  if (object === undefined) return refused('It is in no file.');
  const { kind, name, group } = object;
  if (object.namespace === '') return refused(`A ${kind} is in no namespace.`);
  if (namespace === object.namespace) return refused(`It is in namespace ${namespace} already.`);
  const fault = namespaceFault(namespace);
  if (fault !== null) return refused(fault);
  const newKey = objectKey(group, kind, namespace, name);
  if (source.index.byKey.has(newKey))
    return refused(`There is a ${kind} ${name} in namespace ${namespace} already.`);
  const moved: Moved = { source, object, key, newKey, namespace };
  const fields = fieldsAround(moved, definitions);
  const own = definitions.map((one) => setScalar(one, ['metadata', 'namespace'], namespace));
  if (own.some((edits) => edits.length === 0))
    return refused(`The namespace of ${kind} ${name} comes from a YAML merge.`);
  const edits = [...own.flat(), ...fields.flatMap((field) => field.edits)];
  const relocated = relocate(source, definitions, namespace, edits);
  const crossings = grants ? fields.flatMap(({ crossing }) => crossing ?? []) : [];
  const added = addGrants(source, crossings, object.fileId);
  return edited({
    label: `Move ${kind} ${name} to namespace ${namespace}`,
    edits: [...relocated.edits, ...added.edits],
    files: [...relocated.files, ...added.files],
    renamed: { [key]: newKey },
    selects: newKey,
    effects: [...fields.flatMap(({ effect }) => effect ?? []), ...added.effects],
  });
}

function fieldsAround(moved: Moved, definitions: readonly ManifestObject[]): readonly MovedField[] {
  const { source, key } = moved;
  const out = definitions.flatMap((object) => fieldsOf(object, source));
  return [
    ...out.filter(({ targetKey }) => targetKey !== key).map((field) => moveOutgoing(moved, field)),
    ...namingFields(source, key)
      .filter(({ object }) => object.key !== key)
      .map((field) => moveIncoming(moved, field)),
  ];
}

/** A file that is applied with `kubectl -n` takes no object of another namespace: its text goes into a file of its own. */
function relocate(
  source: EditSource,
  definitions: readonly ManifestObject[],
  namespace: string,
  edits: readonly TextEdit[],
): { readonly edits: readonly TextEdit[]; readonly files: readonly WorkspaceFile[] } {
  const files: WorkspaceFile[] = [];
  let left = edits;
  for (const object of definitions) {
    const parsed = source.parsed.find(({ file }) => file.id === object.fileId);
    const document = parsed?.documents.find(({ index }) => index === object.documentIndex);
    if (parsed === undefined || document?.status !== 'object') continue;
    if (takes(parsed.file, namespace)) continue;
    const { start, end } = document.range;
    const isInside = ({ fileId, range }: TextEdit) =>
      fileId === object.fileId && range.start >= start && range.end <= end;
    const shifted = left.filter(isInside).map((edit) => ({
      ...edit,
      range: { start: edit.range.start - start, end: edit.range.end - start },
    }));
    const text = applyEdits(parsed.file.text.slice(start, end), shifted);
    files.push(newFile(source, `${namespace}-${object.name}`, text));
    left = [...left.filter((edit) => !isInside(edit)), ...removeObject(parsed, object)];
  }
  return { edits: left, files };
}
