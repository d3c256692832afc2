import type { ManifestObject } from '../manifest/types.ts';

/** A function of an object that works out each object's value once; objects never change. */
export function rememberFor<Value>(
  make: (object: ManifestObject) => Value,
): (object: ManifestObject) => Value {
  const made = new Map<string, Value>();
  return (object) => {
    const value = made.get(object.id) ?? make(object);
    made.set(object.id, value);
    return value;
  };
}
