import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import { itemsAt, objectAt, stringAt } from '../json.ts';
import { madeSecret } from './made-secret.ts';
import type { Maker } from './types.ts';

const CONTROLLER = 'External Secrets';

/**
 * What an ExternalSecret makes: `target.name` is its own by default; the policies Merge and None create nothing.
 *
 * @see external-secrets apis/externalsecrets/v1/externalsecret_types.go
 */
export function externalSecret(object: ManifestObject): readonly Maker[] {
  const spec = objectAt(object.value, ['spec']);
  const made = spec === undefined ? null : secretOf(spec, object.name);
  return made === null ? [] : [madeSecret(object, CONTROLLER, made)];
}

/**
 * What a ClusterExternalSecret makes: an ExternalSecret, of its own name by default, in every namespace that it selects.
 *
 * @see external-secrets apis/externalsecrets/v1/clusterexternalsecret_types.go
 */
export function clusterExternalSecret(object: ManifestObject): readonly Maker[] {
  const { value, kind, name } = object;
  const spec = objectAt(value, ['spec', 'externalSecretSpec']);
  const own = stringAt(value, ['spec', 'externalSecretName']) ?? name;
  const made = spec === undefined ? null : secretOf(spec, own);
  if (made === null) return [];
  const selects = 'namespaceSelector' in specOf(value) || 'namespaceSelectors' in specOf(value);
  const named = itemsAt(value, ['spec', 'namespaces']).filter((one) => typeof one === 'string');
  const base = madeSecret(object, CONTROLLER, made);
  const text = `${CONTROLLER} ${kind} ${name}`;
  return (selects ? [null] : named).map((namespace) => ({
    ...base,
    text,
    makes: { ...base.makes, namespace },
  }));
}

function specOf(value: JsonObject): JsonObject {
  return objectAt(value, ['spec']) ?? {};
}

function secretOf(
  spec: JsonObject,
  ownName: string,
): (Pick<Maker['makes'], 'name' | 'type'> & Pick<Maker, 'keys'>) | null {
  const policy = stringAt(spec, ['target', 'creationPolicy']) ?? 'Owner';
  if (policy === 'Merge' || policy === 'None') return null;
  return {
    name: stringAt(spec, ['target', 'name']) ?? ownName,
    type: stringAt(spec, ['target', 'template', 'type']) ?? 'Opaque',
    keys: keysOf(spec),
  };
}

/** A template's keys take the place of those that were fetched, unless it merges. */
function keysOf(spec: JsonObject): Maker['keys'] {
  const template = objectAt(spec, ['target', 'template']) ?? {};
  const templated = Object.keys(objectAt(template, ['data']) ?? {});
  if (itemsAt(template, ['templateFrom']).length > 0) return null;
  const merges = stringAt(template, ['mergePolicy']) === 'Merge';
  if (templated.length > 0 && !merges) return templated;
  if (itemsAt(spec, ['dataFrom']).length > 0) return null;
  const fetched = itemsAt(spec, ['data']).flatMap((item) => stringAt(item, ['secretKey']) ?? []);
  return [...new Set([...fetched, ...templated])];
}
