import {
  endpointSlicesOf,
  endpointsForPort,
  itemsAt,
  numberAt,
  stringAt,
  valueAt,
  type Reference,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { attachedEnvoyProxies, routesToServices } from './attached-envoy-proxy.ts';
import type { EnvoyGatewayContext } from './context.ts';
import type { Refusal } from './refusal.ts';

/**
 * What stands against a backend once its TLS settings are known: ExternalName, no endpoint for the port, mixed
 * addresses.
 *
 * @see internal/gatewayapi/route.go `processDestination`, `validateDestinationSettings`
 */
export function checkDestination(
  context: EnvoyGatewayContext,
  gateway: ManifestObject,
  route: ManifestObject,
  reference: Reference,
  backend: ManifestObject,
): Refusal | null {
  const { kind, namespace, name } = backend;
  const at = reference.from;
  if (kind === 'Backend') return mixedAddresses(backend);
  if (stringAt(backend.value, ['spec', 'type']) === 'ExternalName') {
    const message = `Service ${namespace}/${name} is of type ExternalName, which is not supported as a backend; use an Envoy Gateway Backend resource with an FQDN endpoint instead`;
    return { reason: 'UnsupportedValue', message, at };
  }
  const { index } = context.resolution;
  const ownAddress = routesToServices(attachedEnvoyProxies(index, gateway)) && !isHeadless(backend);
  const slices = ownAddress ? [] : endpointSlicesOf(index, backend);
  const port = numberAt(valueAt(route.value, at.path), ['port']);
  // Without EndpointSlices among the files the cluster is taken to have some. An endpoint that is not ready counts.
  const hasEndpoints = slices.some((slice) => endpointsForPort(slice, backend, port).length > 0);
  if (slices.length > 0 && !hasEndpoints) {
    const message = `no ready endpoints for the related ${kind} ${namespace}/${name}`;
    return { reason: 'EndpointsNotFound', message, at };
  }
  const message = 'mixed endpointslice address type for the same backendRef is not supported';
  const named = slices.filter(({ value }) => stringAt(value, ['addressType']) === 'FQDN');
  return named.length > 0 && named.length < slices.length
    ? { reason: 'UnsupportedAddressType', message, at }
    : null;
}

/** A Service without an address of its own, or a ServiceImport without any. */
function isHeadless({ kind, value }: ManifestObject): boolean {
  return kind === 'Service'
    ? stringAt(value, ['spec', 'clusterIP']) === 'None'
    : itemsAt(value, ['spec', 'ips']).length === 0;
}

function mixedAddresses(backend: ManifestObject): Refusal | null {
  const path = ['spec', 'endpoints'];
  const named = itemsAt(backend.value, path).map(
    (endpoint) => valueAt(endpoint, ['fqdn']) !== undefined,
  );
  if (!named.includes(true) || !named.includes(false)) return null;
  return {
    reason: 'UnsupportedAddressType',
    message: 'mixed FQDN and IP or Unix address type for the same backendRef is not supported',
    at: { objectId: backend.id, path },
  };
}
