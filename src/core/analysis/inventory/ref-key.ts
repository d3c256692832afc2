import type { FieldRef } from '../../model/index.ts';

/** One text for one field of one object. */
export function refKey({ objectId, path }: FieldRef): string {
  return JSON.stringify([objectId, ...path]);
}
