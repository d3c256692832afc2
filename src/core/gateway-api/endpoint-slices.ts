import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import { groupBy } from './group-by.ts';
import { booleanAt, itemsAt, stringAt } from './json.ts';
import { rememberByIdentity } from './remember-by-identity.ts';
import { servicePorts } from './service-ports.ts';
import type { ObjectIndex } from './types.ts';

/** The EndpointSlices that are made for a Service or ServiceImport; manifests rarely hold any. */
export function endpointSlicesOf(
  index: ObjectIndex,
  { kind, namespace, name }: ManifestObject,
): readonly ManifestObject[] {
  return tableOf(index).get(`${kind}/${namespace}/${name}`) ?? [];
}

/** One table per index: a thousand Services must not walk a thousand slices each. */
const tableOf = rememberByIdentity((index: ObjectIndex) =>
  groupBy(index.ofKind('discovery.k8s.io/EndpointSlice'), ownerKey),
);

function ownerKey({ namespace, value }: ManifestObject): string {
  const label = (name: string) => stringAt(value, ['metadata', 'labels', name]);
  const service = label('kubernetes.io/service-name');
  return service === undefined
    ? `ServiceImport/${namespace}/${label('multicluster.kubernetes.io/service-name') ?? ''}`
    : `Service/${namespace}/${service}`;
}

/**
 * The endpoints with an address that an EndpointSlice has for a Service port, ready or not. Ports are told apart by
 * name and protocol, not by number.
 */
export function endpointsForPort(
  { value }: ManifestObject,
  backend: ManifestObject,
  number: number | undefined,
): readonly JsonValue[] {
  const port = servicePorts(backend).find((entry) => entry.port === number);
  const fits = (entry: JsonValue): boolean =>
    (stringAt(entry, ['name']) ?? '') === (port?.name ?? '') &&
    (stringAt(entry, ['protocol']) ?? 'TCP') === (port?.protocol ?? 'TCP');
  if (!itemsAt(value, ['ports']).some(fits)) return [];
  return itemsAt(value, ['endpoints']).filter((entry) => itemsAt(entry, ['addresses']).length > 0);
}

/** An endpoint that says nothing of its condition is ready (discovery/v1 EndpointConditions.ready). */
export function isReadyEndpoint(endpoint: JsonValue): boolean {
  return booleanAt(endpoint, ['conditions', 'ready']) !== false;
}
