import { itemsAt, podTemplatePath, stringAt } from '../gateway-api/index.ts';
import { appendItem, type ManifestObject } from '../manifest/index.ts';
import type { FieldPath, TextEdit } from '../model/index.ts';
import type { EditStep } from './in-steps.ts';

/** Volumes of the pods of a workload. */
export function volumesOf(workload: ManifestObject): FieldPath | null {
  const template = podTemplatePath(workload);
  const [first] = template === undefined ? [] : itemsAt(workload.value, containersIn(template));
  return template === undefined || first === undefined ? null : [...template, 'spec', 'volumes'];
}

/**
 * Puts the data of a Secret or ConfigMap into the first container as files, under `/etc` and its own name: a volume, then
 * the mount of it.
 */
export function mountSteps(workloadKey: string, to: ManifestObject): readonly EditStep[] {
  const onWorkload =
    (write: (workload: ManifestObject, template: FieldPath) => readonly TextEdit[]): EditStep =>
    ({ index }) => {
      const workload = index.byKey.get(workloadKey);
      const template = workload && podTemplatePath(workload);
      return workload === undefined || template === undefined ? [] : write(workload, template);
    };
  // Mounts come first: they do not change how the volumes are called.
  return [
    onWorkload((workload, template) => {
      const name = freeVolumeName(workload, template, to.name);
      const mounts = [...containersIn(template), 0, 'volumeMounts'];
      const mountPath = freePath(workload, mounts, to.name);
      return appendItem(workload, mounts, { name, mountPath, readOnly: true });
    }),
    onWorkload((workload, template) => {
      const name = freeVolumeName(workload, template, to.name);
      const from =
        to.kind === 'Secret'
          ? { secret: { secretName: to.name } }
          : { configMap: { name: to.name } };
      return appendItem(workload, [...template, 'spec', 'volumes'], { name, ...from });
    }),
  ];
}

function containersIn(template: FieldPath): FieldPath {
  return [...template, 'spec', 'containers'];
}

/** Names of volumes are DNS labels: no dots, at most 63 characters. */
function freeVolumeName(workload: ManifestObject, template: FieldPath, name: string): string {
  const taken = itemsAt(workload.value, [...template, 'spec', 'volumes']).map((volume) =>
    stringAt(volume, ['name']),
  );
  return free(name.replaceAll('.', '-').slice(0, 60).replace(/-+$/, ''), taken);
}

function freePath(workload: ManifestObject, mounts: FieldPath, name: string): string {
  const taken = itemsAt(workload.value, mounts).map((mount) => stringAt(mount, ['mountPath']));
  return free(`/etc/${name}`, taken);
}

function free(wanted: string, taken: readonly (string | undefined)[]): string {
  let candidate = wanted;
  for (let count = 2; taken.includes(candidate); count += 1)
    candidate = `${wanted}-${String(count)}`;
  return candidate;
}
