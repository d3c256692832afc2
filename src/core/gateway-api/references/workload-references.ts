import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { booleanAt, itemsAt, objectAt, stringAt } from '../json.ts';
import { podTemplatePath } from '../pod-template.ts';
import { rememberByIdentity } from '../remember-by-identity.ts';
import { selectWorkloads } from '../select-workloads.ts';
import type { ObjectIndex, ReferenceKind } from '../types.ts';
import type { RawReference } from './raw-reference.ts';

/** `Service.spec.selector`: one reference for every workload it selects among the files. */
export function serviceReferences(object: ManifestObject, index: ObjectIndex): RawReference[] {
  return selectWorkloads(index, object).map(selectedBy(object));
}

/** By Service and then by workload. */
const selectedBy = rememberByIdentity((_service: ManifestObject) =>
  rememberByIdentity((workload: ManifestObject): RawReference => ({
    kind: 'selector',
    path: ['spec', 'selector'],
    group: workload.group,
    targetKind: workload.kind,
    namespace: workload.namespace,
    name: workload.name,
    crossing: 'free',
  })),
);

/** Secrets and ConfigMaps that the pods of a workload mount or read into variables. */
export function workloadReferences(object: ManifestObject): RawReference[] {
  const template = podTemplatePath(object);
  if (template === undefined) return [];
  const spec = [...template, 'spec'];
  const podSpec = objectAt(object.value, spec);
  return [
    ...itemsAt(podSpec, ['volumes']).flatMap((volume, index) =>
      volumeReferences(object, volume, [...spec, 'volumes', index]),
    ),
    ...['initContainers', 'containers'].flatMap((list) =>
      itemsAt(podSpec, [list]).flatMap((container, index) =>
        environmentReferences(object, container, [...spec, list, index]),
      ),
    ),
  ];
}

function volumeReferences(
  object: ManifestObject,
  volume: JsonValue,
  path: FieldPath,
): RawReference[] {
  return [
    ...named(object, 'volume', 'Secret', volume, path, ['secret', 'secretName']),
    ...named(object, 'volume', 'ConfigMap', volume, path, ['configMap', 'name']),
    ...itemsAt(volume, ['projected', 'sources']).flatMap((source, index) => {
      const at = [...path, 'projected', 'sources', index];
      return [
        ...named(object, 'volume', 'Secret', source, at, ['secret', 'name']),
        ...named(object, 'volume', 'ConfigMap', source, at, ['configMap', 'name']),
      ];
    }),
  ];
}

function environmentReferences(
  object: ManifestObject,
  container: JsonValue,
  path: FieldPath,
): RawReference[] {
  return [
    ...itemsAt(container, ['env']).flatMap((variable, index) => {
      const at = [...path, 'env', index];
      return [
        ...named(object, 'env', 'Secret', variable, at, ['valueFrom', 'secretKeyRef', 'name']),
        ...named(object, 'env', 'ConfigMap', variable, at, [
          'valueFrom',
          'configMapKeyRef',
          'name',
        ]),
      ];
    }),
    ...itemsAt(container, ['envFrom']).flatMap((source, index) => {
      const at = [...path, 'envFrom', index];
      return [
        ...named(object, 'env', 'Secret', source, at, ['secretRef', 'name']),
        ...named(object, 'env', 'ConfigMap', source, at, ['configMapRef', 'name']),
      ];
    }),
  ];
}

/** `path` is the list item that the reference stands in; `nameSteps` lead from there to the name. */
function named(
  object: ManifestObject,
  kind: ReferenceKind,
  targetKind: 'Secret' | 'ConfigMap',
  owner: JsonValue,
  path: FieldPath,
  nameSteps: readonly string[],
): RawReference[] {
  const name = stringAt(owner, nameSteps);
  if (name === undefined || name === '') return [];
  const reference: RawReference = {
    kind,
    path,
    namePath: [...path, ...nameSteps],
    group: '',
    targetKind,
    namespace: object.namespace,
    name,
    crossing: 'free',
  };
  const optional = booleanAt(owner, [...nameSteps.slice(0, -1), 'optional']) === true;
  return [optional ? { ...reference, optional } : reference];
}
