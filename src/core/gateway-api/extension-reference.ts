import { objectKey } from '../manifest/object-key.ts';
import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import { stringAt } from './json.ts';
import type { ObjectIndex } from './types.ts';

/** What an `ExtensionRef` filter names; `object` is absent when that is not among the files. */
export interface ExtensionReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly object?: ManifestObject;
}

/**
 * Follows `extensionRef` of a filter. It is a local reference: the object stands in the route's namespace
 * (Gateway API httproute_types.go `HTTPRouteFilter.extensionRef`).
 *
 * @returns undefined when the filter has none
 */
export function extensionReference(
  index: ObjectIndex,
  route: ManifestObject,
  filter: JsonValue,
): ExtensionReference | undefined {
  const text = (field: string) => stringAt(filter, ['extensionRef', field]);
  const [group, kind, name] = [text('group'), text('kind'), text('name')];
  if (stringAt(filter, ['type']) !== 'ExtensionRef' || kind === undefined || name === undefined)
    return undefined;
  const object = index.byKey.get(objectKey(group ?? '', kind, route.namespace, name));
  return { group: group ?? '', kind, name, ...(object !== undefined && { object }) };
}
