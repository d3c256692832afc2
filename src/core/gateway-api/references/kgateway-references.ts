import type { ManifestObject } from '../../manifest/types.ts';
import { itemsAt, stringMapAt } from '../json.ts';
import { groups, kinds } from '../kinds.ts';
import type { ObjectIndex } from '../types.ts';
import { readReference, readReferences, type RawReference } from './raw-reference.ts';

/**
 * kgateway BackendConfigPolicy: targets by name or by label in its own namespace, and the Secret with the
 * CA and the client certificate. There is no sectionName.
 */
export function backendConfigPolicyReferences(
  object: ManifestObject,
  index: ObjectIndex,
): RawReference[] {
  return [
    ...readReferences(object, ['spec', 'targetRefs'], {
      kind: 'policyTarget',
      targetKind: 'Service',
      local: true,
    }),
    ...itemsAt(object.value, ['spec', 'targetSelectors']).flatMap((_, at) =>
      selectedTargets(object, index, at),
    ),
    ...readReference(object, ['spec', 'tls', 'secretRef'], {
      kind: 'secretRef',
      targetKind: 'Secret',
      local: true,
    }),
  ];
}

/** One reference for every Service or Backend of the namespace that carries all the labels. */
function selectedTargets(object: ManifestObject, index: ObjectIndex, at: number): RawReference[] {
  const path = ['spec', 'targetSelectors', at];
  const labels = stringMapAt(object.value, [...path, 'matchLabels']);
  if (labels.size === 0) return [];
  const selector = itemsAt(object.value, ['spec', 'targetSelectors'])[at];
  const wanted = stringMapAt(selector, []).get('kind');
  return [...index.ofKind(kinds.service), ...index.ofKind(kinds.kgatewayBackend)]
    .filter((target) => target.namespace === object.namespace)
    .filter((target) => wanted === undefined || target.kind === wanted)
    .filter((target) => carries(target, labels))
    .map((target) => ({
      kind: 'policyTarget',
      path,
      group: target.kind === 'Service' ? groups.core : groups.kgateway,
      targetKind: target.kind,
      namespace: target.namespace,
      name: target.name,
      crossing: 'free',
    }));
}

function carries(target: ManifestObject, labels: ReadonlyMap<string, string>): boolean {
  const own = stringMapAt(target.value, ['metadata', 'labels']);
  return [...labels].every(([key, value]) => own.get(key) === value);
}
