import {
  kinds,
  itemsAt,
  objectKey,
  rawReferences,
  stringAt,
  targetOf,
} from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { NamingField } from './naming-field.ts';
import { otherNames } from './other-names.ts';
import { typedNames } from './typed-names.ts';
import type { EditSource } from './types.ts';

/** Every field among the files that names the object with this key, in document order, replaced definitions included. */
export function namingFields(source: EditSource, targetKey: string): readonly NamingField[] {
  return source.index.all
    .flatMap((object) => fieldsOf(object, source))
    .filter((field) => field.targetKey === targetKey);
}

/** Every field of `object` that names another one. */
export function fieldsOf(object: ManifestObject, { index }: EditSource): readonly NamingField[] {
  const known = rawReferences(object, index).map((raw): NamingField => {
    const { path, namePath, namespacePath, crossing } = raw;
    const targetKey = targetOf(raw).key;
    return {
      object,
      path,
      targetKey,
      role: 'reference',
      crossing,
      ...(namePath && { namePath }),
      ...(namespacePath && { namespacePath }),
    };
  });
  const seen = new Set(known.map(({ path }) => path.join('.')));
  const others = [...grantNames(object), ...otherNames(object), ...typedNames(object)];
  return [...known, ...others.filter(({ path }) => !seen.has(path.join('.')))];
}

/** `spec.to` of a ReferenceGrant names objects of the grant's own namespace. */
function grantNames(object: ManifestObject): readonly NamingField[] {
  if (`${object.group}/${object.kind}` !== kinds.referenceGrant) return [];
  return itemsAt(object.value, ['spec', 'to']).flatMap((entry, index): NamingField[] => {
    const name = stringAt(entry, ['name']) ?? '';
    const kind = stringAt(entry, ['kind']) ?? '';
    if (name === '') return [];
    const path = ['spec', 'to', index];
    const targetKey = objectKey(stringAt(entry, ['group']) ?? '', kind, object.namespace, name);
    return [
      {
        object,
        path,
        namePath: [...path, 'name'],
        targetKey,
        role: 'grant',
        crossing: 'forbidden',
      },
    ];
  });
}
