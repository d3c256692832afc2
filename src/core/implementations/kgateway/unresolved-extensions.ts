import { extensionReference, itemsAt, type ObjectIndex } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/**
 * What a rule of an HTTPRoute lacks of the policies its ExtensionRef filters name, or null. Such a rule is replaced
 * by one that answers 500. Filters of backendRefs are passed over.
 *
 * @returns one line for each policy, `group/Kind/namespace/name: policy not found`
 * @see kgateway pkg/krtcollections/policy.go `resolveExtension`; issue #11897 for backendRefs
 */
export function unresolvedExtensions(
  index: ObjectIndex,
  route: ManifestObject,
  ruleIndex: number,
): string | null {
  if (route.kind !== 'HTTPRoute') return null;
  const rule = itemsAt(route.value, ['spec', 'rules'])[ruleIndex] ?? null;
  const lines = itemsAt(rule, ['filters']).flatMap((filter) => {
    const reference = extensionReference(index, route, filter);
    if (reference === undefined || reference.object !== undefined) return [];
    const { group, kind, name } = reference;
    return [`${group}/${kind}/${route.namespace}/${name}: policy not found`];
  });
  return lines.length === 0 ? null : lines.join('\n');
}
