import { itemsAt, isObject, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { placeOf } from '../place.ts';
import type { Place } from '../types.ts';
import type { AuthorityRef } from './types.ts';

/** Places of those fields of a block that are written. */
export function writtenFields(
  object: ManifestObject,
  path: FieldPath,
  names: readonly string[],
): readonly Place[] {
  return names
    .filter((name) => valueAt(object.value, [...path, name]) !== undefined)
    .map((name) => placeOf(object, [...path, name]));
}

/** References to objects of the same namespace; `kind` where none is written. */
export function readAuthorityRefs(
  { value }: ManifestObject,
  path: FieldPath,
  kind: string,
): readonly AuthorityRef[] {
  return itemsAt(value, path).flatMap((ref) => {
    const name = stringAt(ref, ['name']) ?? '';
    return isObject(ref) && name !== '' ? [{ kind: stringAt(ref, ['kind']) ?? kind, name }] : [];
  });
}

/** The texts of a list. */
export function textsAt({ value }: ManifestObject, path: FieldPath): readonly string[] {
  return itemsAt(value, path).filter((item) => typeof item === 'string');
}
