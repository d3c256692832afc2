import { fieldText, namespacedName } from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/index.ts';
import type { FieldPath } from '../model/index.ts';
import type { EditEffect, EditOutcome, ObjectEdit } from './types.ts';

/** An edit; what is not given is empty. */
export function edited(edit: Pick<ObjectEdit, 'label'> & Partial<ObjectEdit>): EditOutcome {
  const nothing = { edits: [], files: [], renamed: {}, selects: null, effects: [] };
  return { kind: 'edit', edit: { ...nothing, ...edit } };
}

/** No edit, and why. */
export function refused(why: string): EditOutcome {
  return { kind: 'refused', why };
}

/** An effect on a field of `object`; on the whole object without `path`. */
export function effectOn(
  kind: EditEffect['kind'],
  object: Pick<ManifestObject, 'key' | 'kind' | 'namespace' | 'name'>,
  path: FieldPath = [],
  reason = '',
): EditEffect {
  return {
    kind,
    objectKey: object.key,
    object: `${object.kind} ${namespacedName(object)}`,
    field: fieldText(path),
    reason,
  };
}
