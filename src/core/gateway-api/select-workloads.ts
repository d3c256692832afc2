import type { ManifestObject } from '../manifest/types.ts';
import { itemsAt, stringAt, stringMapAt } from './json.ts';
import { podLabels, workloadKinds } from './pod-template.ts';
import { rememberByIdentity } from './remember-by-identity.ts';
import type { ObjectIndex } from './types.ts';

type WorkloadsByLabel = ReadonlyMap<string, readonly ManifestObject[]>;

/**
 * The workloads whose pods a Service selects: every label of `spec.selector`, same namespace. Pods and
 * ReplicaSets that a workload among the files owns are left out; the owner stands for them.
 * Empty for a Service without selector (its endpoints are made by someone else).
 */
export function selectWorkloads(
  index: ObjectIndex,
  service: ManifestObject,
): readonly ManifestObject[] {
  const selector = selectorOf(service);
  const [first, ...others] = selector;
  if (first === undefined) return [];
  const candidates = tableOf(index).get(labelKey(service.namespace, first[0], first[1])) ?? [];
  return others.length === 0
    ? candidates
    : candidates.filter((workload) => {
        const labels = podLabels(workload);
        return others.every(([key, value]) => labels.get(key) === value);
      });
}

const selectorOf = rememberByIdentity((service: ManifestObject) => [
  ...stringMapAt(service.value, ['spec', 'selector']),
]);

/** One table per index: a thousand Services must not walk a thousand workloads each. */
const tableOf = rememberByIdentity((index: ObjectIndex): WorkloadsByLabel => {
  const table = new Map<string, ManifestObject[]>();
  const workloads = workloadKinds.flatMap((kind) => [...index.ofKind(kind)]);
  const ownUids = new Set(workloads.map(uidOf).filter((uid) => uid !== undefined));
  for (const workload of workloads) {
    if (ownerUids(workload).some((uid) => ownUids.has(uid))) continue;
    for (const [key, value] of podLabels(workload)) {
      const entry = labelKey(workload.namespace, key, value);
      table.set(entry, [...(table.get(entry) ?? []), workload]);
    }
  }
  return table;
});

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}=${value}`;
}

function uidOf(object: ManifestObject): string | undefined {
  return stringAt(object.value, ['metadata', 'uid']);
}

function ownerUids(object: ManifestObject): readonly string[] {
  return itemsAt(object.value, ['metadata', 'ownerReferences'])
    .map((owner) => stringAt(owner, ['uid']))
    .filter((uid) => uid !== undefined);
}
