import { namespacedName } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { connectWays, waysFrom, type ConnectWay } from '../connect-ways.ts';
import { fieldsOf } from '../naming-fields.ts';
import type { EditSource } from '../types.ts';
import type { FormTargets } from './types.ts';

/** The objects that a reference at `path` of `object` could name and does not yet. */
export function targetsAt(
  source: EditSource,
  object: ManifestObject,
  path: FieldPath,
): readonly FormTargets[] {
  const named = new Set(
    fieldsOf(object, source)
      .filter((field) => path.every((step, index) => field.path[index] === step))
      .map(({ targetKey }) => targetKey),
  );
  return waysFrom(`${object.group}/${object.kind}`)
    .filter((way) => (way.how === 'append' || way.how === 'set') && isAt(way, path))
    .map((way) => ({
      way: way.id,
      label: way.label,
      objects: way.to
        .flatMap((kind) => source.index.ofKind(kind))
        .filter(({ key }) => !named.has(key))
        .filter((one) => connectWays(object, one).some(({ id }) => id === way.id))
        .map((one) => ({ key: one.key, label: `${one.kind} ${namespacedName(one)}` })),
    }))
    .filter(({ objects }) => objects.length > 0);
}

function isAt({ path: field }: ConnectWay, path: FieldPath): boolean {
  return !('inListener' in field) && field.join('.') === path.join('.');
}
