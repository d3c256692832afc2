import type { ManifestObject } from '../manifest/types.ts';
import { stringAt } from './json.ts';

/**
 * The Gateway API's order of objects that compete: the older creationTimestamp, then the alphabetical order of
 * `namespace/name` (policies: backendtlspolicy_types.go L72-86; ListenerSets: GEP-1713).
 *
 * @returns negative when `a` takes precedence
 */
export function comparePrecedence(a: ManifestObject, b: ManifestObject): number {
  return (
    createdAt(a) - createdAt(b) ||
    compareText(`${a.namespace}/${a.name}`, `${b.namespace}/${b.name}`)
  );
}

const NOT_YET_CREATED = Number.MAX_SAFE_INTEGER;

/** Milliseconds of the creationTimestamp; later than any for an object that is about to be created. */
export function createdAt(object: ManifestObject): number {
  const stamp = stringAt(object.value, ['metadata', 'creationTimestamp']);
  const parsed = stamp === undefined ? NaN : Date.parse(stamp);
  return Number.isNaN(parsed) ? NOT_YET_CREATED : parsed;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
