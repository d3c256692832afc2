import { isArray, isObject, objectKey, stringAt } from '../gateway-api/index.ts';
import {
  isClusterScoped,
  type JsonObject,
  type JsonValue,
  type ManifestObject,
} from '../manifest/index.ts';
import type { FieldPath } from '../model/index.ts';
import type { NamingField } from './naming-field.ts';

/** How Kubernetes APIs call a field that holds `{group, kind, name}`: `targetRefs`, `extensionRef`, `roleRef`. */
const REFERENCE_KEY = /Refs?$|^subjects$/;

/**
 * References of kinds that the analysis does not follow: whatever has the shape of a Kubernetes reference in a field that is
 * called like one (policies of the implementations, `extensionRef` of a filter, `scaleTargetRef`, `roleRef`).
 */
export function typedNames(object: ManifestObject): readonly NamingField[] {
  return walk(object, object.value, []);
}

function walk(object: ManifestObject, value: JsonValue, path: FieldPath): readonly NamingField[] {
  if (isArray(value)) return value.flatMap((item, index) => walk(object, item, [...path, index]));
  if (!isObject(value)) return [];
  const own = isReferencePlace(path) ? typedName(object, value, path) : [];
  const inner = Object.entries(value)
    // What stands there is about the object itself.
    .filter(
      ([key]) => path.length > 0 || !['metadata', 'data', 'stringData', 'status'].includes(key),
    )
    .flatMap(([key, item]) => walk(object, item, [...path, key]));
  return [...own, ...inner];
}

function isReferencePlace(path: FieldPath): boolean {
  const key = path.findLast((step) => typeof step === 'string');
  return typeof key === 'string' && REFERENCE_KEY.test(key);
}

function typedName(object: ManifestObject, value: JsonObject, path: FieldPath): NamingField[] {
  const kind = stringAt(value, ['kind']);
  const name = stringAt(value, ['name']);
  if (kind === undefined || name === undefined || name === '') return [];
  const group = groupOf(value);
  const written = stringAt(value, ['namespace']);
  const namespace = isClusterScoped(group, kind) ? '' : (written ?? object.namespace);
  return [
    {
      object,
      path,
      namePath: [...path, 'name'],
      ...(written !== undefined && { namespacePath: [...path, 'namespace'] }),
      targetKey: objectKey(group, kind, namespace, name),
      role: 'reference',
      crossing: 'free',
    },
  ];
}

function groupOf(value: JsonObject): string {
  const group = stringAt(value, ['group']) ?? stringAt(value, ['apiGroup']);
  if (group !== undefined) return group;
  const apiVersion = stringAt(value, ['apiVersion']) ?? '';
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}
