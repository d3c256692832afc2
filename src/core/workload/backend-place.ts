import {
  kinds,
  objectKey,
  selectWorkloads,
  servicePorts,
  stringAt,
  type BackendTarget,
  type ObjectIndex,
} from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';

/** Where a connection ends, as far as the files tell. */
export interface BackendPlace {
  readonly service?: ManifestObject;
  /** Pod port: a number, or the name of a container port. */
  readonly targetPort?: number | string;
  /** Workloads that the Service selects. */
  readonly workloads: readonly ManifestObject[];
  /** Host outside the cluster. */
  readonly host?: { readonly name: string; readonly port: number };
  /** Targets an assignment may name, the most specific first. */
  readonly assignmentTargets: readonly string[];
}

/** `name.namespace.svc` with or without the cluster domain. */
const IN_CLUSTER = /^([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.[a-z0-9.-]+)?$/;

/** Follows a Service to its workloads, and a Backend whose host is a Service name to that Service. */
export function backendPlace(index: ObjectIndex, backend: BackendTarget): BackendPlace {
  switch (backend.kind) {
    case 'service':
      return servicePlace(index, backend.target.objectId, backend.port, backend.targetPort);
    case 'external': {
      const inside = serviceOfHost(index, backend.host);
      const port = inside && servicePorts(inside).find((entry) => entry.port === backend.port);
      const place =
        inside === undefined
          ? hostPlace(backend.host, backend.port)
          : servicePlace(index, inside.id, backend.port, port?.targetPort);
      return { ...place, assignmentTargets: [...place.assignmentTargets, backend.target.key] };
    }
    case 'missing':
      return { workloads: [], assignmentTargets: [backend.target.key] };
    default:
      return backend satisfies never;
  }
}

function serviceOfHost(index: ObjectIndex, host: string): ManifestObject | undefined {
  const [, name, namespace] = IN_CLUSTER.exec(host.toLowerCase().replace(/\.$/, '')) ?? [];
  if (name === undefined || namespace === undefined) return undefined;
  return index.byKey.get(objectKey('', kinds.service.slice(1), namespace, name));
}

function hostPlace(name: string, port: number): BackendPlace {
  return { workloads: [], host: { name, port }, assignmentTargets: [`host:${name}:${port}`] };
}

function servicePlace(
  index: ObjectIndex,
  objectId: string | undefined,
  port: number,
  targetPort: number | string | undefined,
): BackendPlace {
  const service = index.byId.get(objectId ?? '');
  if (service === undefined) return { workloads: [], assignmentTargets: [] };
  const externalName = stringAt(service.value, ['spec', 'externalName']);
  if (stringAt(service.value, ['spec', 'type']) === 'ExternalName' && externalName !== undefined) {
    const place = hostPlace(externalName, port);
    return { ...place, service, assignmentTargets: [...place.assignmentTargets, service.key] };
  }
  const workloads = selectWorkloads(index, service);
  return {
    service,
    workloads,
    ...(targetPort === undefined ? {} : { targetPort }),
    assignmentTargets: [...workloads.slice(0, 1).map(({ key }) => key), service.key],
  };
}
