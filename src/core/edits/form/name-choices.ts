import type { ManifestObject } from '../../manifest/types.ts';
import { nameOfKey } from '../grants.ts';
import { fieldsOf } from '../naming-fields.ts';
import type { EditSource } from '../types.ts';

/** Names of the objects that each name field of `object` could say instead, by the path of the field. */
export function nameChoices(
  source: EditSource,
  object: ManifestObject,
): ReadonlyMap<string, readonly string[]> {
  const fields = fieldsOf(object, source).flatMap(({ namePath, targetKey }) =>
    namePath === undefined ? [] : [[namePath.join('.'), namesLike(source, targetKey)] as const],
  );
  return new Map(fields);
}

/** Objects of the same kind in the same namespace. */
function namesLike({ index }: EditSource, targetKey: string): readonly string[] {
  const { group, kind, namespace } = nameOfKey(targetKey);
  return index
    .ofKind(`${group}/${kind}`)
    .filter((one) => one.namespace === namespace)
    .map(({ name }) => name);
}
