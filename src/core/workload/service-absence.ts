import {
  endpointSlicesOf,
  endpointsForPort,
  isReadyEndpoint,
  numberAt,
  type ObjectIndex,
} from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { BackendPlace } from './backend-place.ts';
import type { Absence } from './types.ts';

/**
 * Why a Service has no endpoint, or none that is ready, as far as its EndpointSlices and the replicas of its workloads
 * tell; undefined when they do not say so.
 *
 * @param port of the Service
 */
export function serviceAbsence(
  index: ObjectIndex,
  { service, workloads }: BackendPlace,
  port: number,
): Absence | undefined {
  if (service === undefined) return undefined;
  const { kind, name } = service;
  const slices = endpointSlicesOf(index, service);
  if (slices.length > 0) {
    const endpoints = slices.flatMap((slice) => endpointsForPort(slice, service, port));
    if (endpoints.some(isReadyEndpoint)) return undefined;
    return endpoints.length === 0
      ? { kind: 'no-endpoint', text: `No EndpointSlice of ${kind} ${name} has an endpoint` }
      : { kind: 'not-ready', text: `No endpoint of ${kind} ${name} is ready` };
  }
  const [workload] = workloads;
  return workload !== undefined && workloads.every(isScaledToZero)
    ? { kind: 'no-endpoint', text: `${workload.kind} ${workload.name} has 0 replicas` }
    : undefined;
}

/** Its pods are there only when somebody scales it up. */
export function isScaledToZero({ value }: ManifestObject): boolean {
  return numberAt(value, ['spec', 'replicas']) === 0;
}
