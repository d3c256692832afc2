import { namespacedName } from '../gateway-api/index.ts';
import { removeObject } from '../manifest/index.ts';
import { definitionsOf } from './find-object.ts';
import type { NamingField } from './naming-field.ts';
import { namingFields } from './naming-fields.ts';
import { edited, effectOn, refused } from './outcome.ts';
import type { EditEffect, EditOutcome, EditSource } from './types.ts';

/** Removes an object, all its definitions; the effects tell which references will name nothing. */
export function deleteObject(source: EditSource, key: string): EditOutcome {
  const definitions = definitionsOf(source, key);
  const object = definitions.at(-1);
  if (object === undefined) return refused('It is in no file.');
  const edits = definitions.flatMap((one) => {
    const parsed = source.parsed.find(({ file }) => file.id === one.fileId);
    return parsed === undefined ? [] : removeObject(parsed, one);
  });
  if (edits.length < definitions.length)
    return refused(`${object.kind} ${object.name} stands in a YAML alias and cannot be taken out.`);
  const effects = namingFields(source, key)
    .filter((field) => field.object.key !== key)
    .flatMap(effectOfLoss);
  return edited({ label: `Delete ${object.kind} ${namespacedName(object)}`, edits, effects });
}

function effectOfLoss({ object, path, role }: NamingField): readonly EditEffect[] {
  switch (role) {
    case 'reference':
      return [effectOn('dangles', object, path)];
    case 'grant':
      return [effectOn('stays', object, path, 'permits the use of what is not there')];
    case 'maker':
      return [effectOn('stays', object, path, 'makes it again in the cluster')];
    default:
      return role satisfies never;
  }
}
