import type { ManifestObject } from '../../manifest/types.ts';
import type { Maker } from './types.ts';

/** The Secret that a namespaced object's controller writes beside it. */
export function madeSecret(
  object: ManifestObject,
  controller: string,
  secret: Pick<Maker['makes'], 'name' | 'type'> & Pick<Maker, 'keys'>,
): Maker {
  const { kind, namespace } = object;
  const { name, type, keys } = secret;
  return {
    object,
    text: `${controller} ${kind} ${namespace}/${object.name}`,
    by: kind,
    makes: { kind: 'Secret', name, namespace, type },
    keys,
  };
}
