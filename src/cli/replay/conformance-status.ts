import { itemsAt, numberAt, stringAt } from '../../core/gateway-api/index.ts';
import type { ConformanceRow } from '../../core/gateway-api/conformance/types.ts';
import type { JsonValue, ManifestObject } from '../../core/manifest/types.ts';

/** Condition types that the Gateway API defines; others are a controller's own. */
const TYPES: readonly string[] = ['Accepted', 'ResolvedRefs', 'Programmed', 'Conflicted'];

/** Rows of what a cluster has recorded in the `status` of the objects of one manifest. */
export function recordedStatusRows(
  manifest: string,
  objects: readonly ManifestObject[],
): readonly ConformanceRow[] {
  return objects.flatMap(({ kind, namespace, name, value }) => {
    const base = { manifest, object: `${kind}/${namespace}/${name}` };
    const entries = (field: string) => itemsAt(value, ['status', field]);
    return [
      ...rowOf(base, itemsAt(value, ['status', 'conditions'])),
      ...entries('listeners').flatMap((entry) => {
        const attachedRoutes = numberAt(entry, ['attachedRoutes']);
        const listener = stringAt(entry, ['name']) ?? '';
        const more = attachedRoutes === undefined ? {} : { attachedRoutes };
        return rowOf({ ...base, listener, ...more }, itemsAt(entry, ['conditions']));
      }),
      ...entries('parents').flatMap((entry) => underRow(base, entry, 'parentRef')),
      ...entries('ancestors').flatMap((entry) => underRow(base, entry, 'ancestorRef')),
    ];
  });
}

function underRow(
  base: ConformanceRow,
  entry: JsonValue,
  ref: 'parentRef' | 'ancestorRef',
): readonly ConformanceRow[] {
  const under = stringAt(entry, [ref, 'name']) ?? '';
  return rowOf({ ...base, under }, itemsAt(entry, ['conditions']));
}

function rowOf(base: ConformanceRow, recorded: readonly JsonValue[]): readonly ConformanceRow[] {
  const conditions = recorded.flatMap((one): [string, string][] => {
    const type = stringAt(one, ['type']) ?? '';
    if (!TYPES.includes(type)) return [];
    return [[type, `${stringAt(one, ['status']) ?? ''}/${stringAt(one, ['reason']) ?? ''}`]];
  });
  return conditions.length === 0 ? [] : [{ ...base, conditions: Object.fromEntries(conditions) }];
}
