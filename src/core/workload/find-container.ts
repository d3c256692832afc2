import { itemsAt, numberAt, objectAt, podTemplatePath, stringAt } from '../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';
import { imageOf, isNginxImage } from './nginx/nginx-backend.ts';

/** The container behind a target port. */
export interface FoundContainer {
  readonly value: JsonValue;
  /** Path of the pod spec inside the workload. */
  readonly podSpec: FieldPath;
  readonly port: number;
}

/** Either the container, or why none could be told. */
export type ContainerSearch =
  | { readonly ok: true; readonly container: FoundContainer }
  | { readonly ok: false; readonly why: 'port-name'; readonly names: readonly string[] }
  | { readonly ok: false; readonly why: 'several' | 'none' };

/**
 * Finds the container that serves a target port. A name must be declared as a container port; a number
 * need not be (Kubernetes: `containerPort` informs only), so with one container, or one nginx, that one is meant.
 */
export function findContainer(
  workload: ManifestObject,
  targetPort: number | string,
): ContainerSearch {
  const podSpec = [...(podTemplatePath(workload) ?? []), 'spec'];
  const containers = itemsAt(objectAt(workload.value, podSpec), ['containers']);
  const declared = containers.flatMap((value) =>
    itemsAt(value, ['ports']).map((port) => ({
      value,
      name: stringAt(port, ['name']),
      port: numberAt(port, ['containerPort']),
    })),
  );
  if (typeof targetPort === 'string' && !/^\d+$/.test(targetPort)) {
    const named = declared.find(({ name }) => name === targetPort);
    if (named?.port === undefined) {
      const names = declared.map(({ name }) => name).filter((name) => name !== undefined);
      return { ok: false, why: 'port-name', names };
    }
    return { ok: true, container: { value: named.value, podSpec, port: named.port } };
  }
  const port = Number(targetPort);
  const value = declared.find((entry) => entry.port === port)?.value ?? onlyCandidate(containers);
  if (value !== undefined) return { ok: true, container: { value, podSpec, port } };
  return { ok: false, why: containers.length === 0 ? 'none' : 'several' };
}

function onlyCandidate(containers: readonly JsonValue[]): JsonValue | undefined {
  if (containers.length === 1) return containers[0];
  const nginx = containers.filter((container) => isNginxImage(imageOf(container)));
  return nginx.length === 1 ? nginx[0] : undefined;
}
