import { isObject } from '../../gateway-api/index.ts';
import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import type { KindName } from '../../schema/index.ts';

/** The Kubernetes object that a path of a document lies in. */
export interface ObjectPlace {
  readonly value: JsonObject;
  /** Path of the object in its document: empty, or that of an item of a List. */
  readonly at: FieldPath;
  /** Path of the field in the object. */
  readonly path: FieldPath;
}

/** Items of a List are objects of their own, as kubectl takes them. */
export function objectPlace(root: JsonValue, path: FieldPath): ObjectPlace {
  let value = isObject(root) ? root : {};
  let depth = 0;
  for (;;) {
    const index = path[depth + 1];
    const { kind, items } = value;
    const isItem = path[depth] === 'items' && typeof index === 'number' && Array.isArray(items);
    if (!isItem || typeof kind !== 'string' || !kind.endsWith('List')) break;
    const item: JsonValue = (items as readonly JsonValue[])[index] ?? null;
    value = isObject(item) ? item : {};
    depth += 2;
  }
  return { value, at: path.slice(0, depth), path: path.slice(depth) };
}

/** Group, version and kind as far as they are written. */
export function kindOf({ apiVersion, kind }: JsonObject): KindName {
  const text = typeof apiVersion === 'string' ? apiVersion : '';
  const slash = text.indexOf('/');
  return {
    group: slash === -1 ? '' : text.slice(0, slash),
    version: text.slice(slash + 1),
    kind: typeof kind === 'string' ? kind : '',
  };
}
