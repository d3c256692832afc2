import type { ManifestObject } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';
import { stringMapAt } from './json.ts';
import { rememberByIdentity } from './remember-by-identity.ts';

/** Where each workload kind keeps the pod it makes; the path leads to what has `metadata` and `spec`. */
const TEMPLATES: Readonly<Record<string, FieldPath>> = {
  '/Pod': [],
  '/ReplicationController': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** `group/Kind` of everything that makes pods. */
export const workloadKinds: readonly string[] = Object.keys(TEMPLATES);

/** Path of the pod template inside a workload (empty for a Pod), or undefined for other kinds. */
export function podTemplatePath(object: ManifestObject): FieldPath | undefined {
  return TEMPLATES[`${object.group}/${object.kind}`];
}

/** Labels of the pods that a workload makes. */
export const podLabels = rememberByIdentity(
  (object: ManifestObject): ReadonlyMap<string, string> => {
    const path = podTemplatePath(object);
    return path === undefined
      ? new Map()
      : stringMapAt(object.value, [...path, 'metadata', 'labels']);
  },
);
