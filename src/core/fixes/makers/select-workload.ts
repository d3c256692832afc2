import { podTemplatePath, stringMapAt, workloadKinds } from '../../gateway-api/index.ts';
import { setScalar, type ManifestObject } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** More workloads than these are not listed. */
const MOST = 3;

/** Selects the pods of a workload that has the labels of the selector with other values. */
export const selectWorkload: ObjectFixMaker = (_, service, { index }) => {
  const selector = stringMapAt(service.value, ['spec', 'selector']);
  const workloads = workloadKinds
    .flatMap((kind) => index.ofKind(kind))
    .filter(({ namespace }) => namespace === service.namespace);
  return workloads.slice(0, MOST).flatMap((workload) => {
    const labels = labelsOf(workload);
    if ([...selector.keys()].some((key) => !labels.has(key))) return [];
    const edits = [...selector].flatMap(([key, value]) => {
      const found = labels.get(key) ?? value;
      return found === value ? [] : setScalar(service, ['spec', 'selector', key], found);
    });
    const title = `Select the pods of ${workload.kind} ${workload.name} in Service ${service.name}`;
    return oneFix(title, edits);
  });
};

function labelsOf(workload: ManifestObject): ReadonlyMap<string, string> {
  return stringMapAt(workload.value, [...(podTemplatePath(workload) ?? []), 'metadata', 'labels']);
}
