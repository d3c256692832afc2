import { objectKey, stringAt } from '../gateway-api/index.ts';
import { setScalar } from '../manifest/index.ts';
import type { TextEdit } from '../model/index.ts';
import { applyObjectEdit } from './apply-object-edit.ts';
import { editSource } from './edit-source.ts';
import { definitionsOf, readObjectKey } from './find-object.ts';
import { nameFault } from './name-fault.ts';
import type { NamingField } from './naming-field.ts';
import { namingFields } from './naming-fields.ts';
import { edited, effectOn, refused } from './outcome.ts';
import type { EditEffect, EditOutcome, EditSource } from './types.ts';

/**
 * Gives an object another name; every field that names it follows: references of the Gateway API and of the
 * implementations, grants, volumes and variables of workloads, what makes a Secret, and what the user has said about it.
 * An object that is not among the files can be renamed too: then only what names it changes.
 *
 * Refused when the name cannot be one, is taken, or when the name stands where text cannot be changed.
 */
export function renameObject(source: EditSource, key: string, newName: string): EditOutcome {
  const target = readObjectKey(key);
  if (target === null) return refused('There is no such object.');
  const { kind, namespace, name, group } = target;
  if (newName === name) return refused(`It is called ${name} already.`);
  const definitions = definitionsOf(source, key);
  const fault = nameFault(newName, target, definitions.at(-1), source);
  if (fault !== null) return refused(fault);
  const newKey = objectKey(group, kind, namespace, newName);
  if (source.index.byKey.has(newKey)) {
    const place = namespace === '' ? '' : ` in namespace ${namespace}`;
    return refused(`There is a ${kind} ${newName}${place} already.`);
  }
  if (group === '' && kind === 'Namespace')
    return refused('A namespace keeps its name. Move its objects to another one instead.');
  const own = definitions.map((object) => setScalar(object, ['metadata', 'name'], newName));
  if (own.some((edits) => edits.length === 0))
    return refused(`The name of ${kind} ${name} comes from a YAML merge. Write it out first.`);
  const fields = namingFields(source, key);
  if (definitions.length + fields.length === 0) return refused('Nothing is called so.');
  const changed = fields.map((field) => ({ field, edits: renamedIn(field, newName) }));
  const edits = [...own, ...changed.map((one) => one.edits)].flat();
  const label = `Rename ${kind} ${name} to ${newName}`;
  const renamed = { [key]: newKey };
  const effects = effectsOf(source, edits, changed, newName);
  return edited({ label, edits: inOrder(edits), renamed, selects: newKey, effects });
}

function renamedIn({ object, namePath }: NamingField, name: string): readonly TextEdit[] {
  return namePath === undefined ? [] : setScalar(object, namePath, name);
}

/** One range is changed once, whoever asks for it. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const at = ({ fileId, range }: TextEdit) =>
    `${fileId} ${String(range.start)} ${String(range.end)}`;
  return [...new Map(edits.map((edit) => [at(edit), edit])).values()];
}

interface Change {
  readonly field: NamingField;
  readonly edits: readonly TextEdit[];
}

/** A merged name follows by itself when the place that it comes from is changed, and else not. */
function effectsOf(
  { workspace }: EditSource,
  edits: readonly TextEdit[],
  changes: readonly Change[],
  newName: string,
): readonly EditEffect[] {
  const named = changes.filter(({ field }) => field.namePath !== undefined);
  const isEveryOne = named.every((change) => change.edits.length > 0);
  const after = isEveryOne
    ? null
    : editSource(applyObjectEdit(workspace, { edits, files: [], renamed: {} })).index;
  return named.map(({ field: { object, namePath = [] }, edits: own }) => {
    const follows =
      own.length > 0 || stringAt(after?.byId.get(object.id)?.value, namePath) === newName;
    return follows
      ? effectOn('follows', object, namePath)
      : effectOn('stays', object, namePath, 'it comes from a YAML merge');
  });
}
