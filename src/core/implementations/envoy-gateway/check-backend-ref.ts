import {
  groups,
  itemsAt,
  numberAt,
  servicePorts,
  valueAt,
  type Reference,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { checkBackend } from './check-backend.ts';
import type { EnvoyGatewayContext } from './context.ts';
import type { Refusal, RouteReason } from './refusal.ts';

/** The object a backendRef leads to and the name of the section that policies may target. */
export type CheckedBackendRef =
  | {
      readonly ok: true;
      readonly backend: ManifestObject;
      readonly sectionName?: string;
      readonly appProtocols: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

const MULTICLUSTER = 'multicluster.x-k8s.io';
const GROUPS = ['', MULTICLUSTER, groups.envoyGateway];
const KINDS = ['Service', 'ServiceImport', 'Backend'];

/**
 * What is checked of a backendRef before TLS: group, kind, ReferenceGrant, then the Service port, ServiceImport
 * port or Backend.
 *
 * @see internal/gatewayapi/validate.go `validateBackendRef`
 */
export function checkBackendRef(
  context: EnvoyGatewayContext,
  route: ManifestObject,
  reference: Reference,
): CheckedBackendRef {
  const { target, from, permission } = reference;
  const refuse = refuser(route, reference);
  if (!GROUPS.includes(target.group))
    return refuse(
      'InvalidKind',
      `Group is invalid, only the core API group (specified by omitting the group field or setting it to an empty string), ${MULTICLUSTER} and ${groups.envoyGateway} are supported`,
      'group',
    );
  if (!KINDS.includes(target.kind))
    return refuse(
      'InvalidKind',
      'Kind is invalid, only Service, MCS ServiceImport and Envoy Gateway Backend are supported',
      'kind',
    );
  if (permission === 'denied')
    return refuse(
      'RefNotPermitted',
      `Backend ref to ${target.kind} ${target.namespace}/${target.name} not permitted by any ReferenceGrant.`,
      'namespace',
    );
  if (target.kind === 'Backend') return checkBackendObject(context, route, reference);
  const port = numberAt(valueAt(route.value, from.path), ['port']);
  return checkServicePort(context, route, reference, port);
}

function refuser(route: ManifestObject, { from }: Reference) {
  return (reason: RouteReason, message: string, ...field: string[]): CheckedBackendRef => ({
    ok: false,
    refusal: { reason, message, at: { objectId: route.id, path: [...from.path, ...field] } },
  });
}

function checkServicePort(
  { resolution }: EnvoyGatewayContext,
  route: ManifestObject,
  reference: Reference,
  port: number | undefined,
): CheckedBackendRef {
  const refuse = refuser(route, reference);
  const { kind, namespace, name, objectId } = reference.target;
  if (port === undefined)
    return refuse(
      'PortNotSpecified',
      'A valid port number corresponding to a port on the Service must be specified',
    );
  const backend = resolution.index.byId.get(objectId ?? '');
  if (backend === undefined) {
    const word = kind === 'Service' ? 'service' : 'service import';
    return refuse('BackendNotFound', `${word} ${namespace}/${name} not found`, 'name');
  }
  const protocol = route.kind === 'UDPRoute' ? 'UDP' : 'TCP';
  const found = servicePorts(backend).find(
    (entry) => entry.port === port && entry.protocol === protocol,
  );
  if (found === undefined)
    return refuse(
      'PortNotFound',
      `${protocol} Port ${port} not found on ${kind} ${namespace}/${name}`,
      'port',
    );
  const { name: sectionName, appProtocol } = found;
  return {
    ok: true,
    backend,
    appProtocols: appProtocol === undefined ? [] : [appProtocol],
    ...(sectionName === undefined || sectionName === '' ? {} : { sectionName }),
  };
}

/** The section of a Backend is the backendRef's port number, which may be absent. */
function checkBackendObject(
  context: EnvoyGatewayContext,
  route: ManifestObject,
  reference: Reference,
): CheckedBackendRef {
  const refuse = refuser(route, reference);
  const { namespace, name, objectId } = reference.target;
  if (context.config.backendEnabled === false)
    return refuse('UnsupportedValue', 'Backend is disabled in Envoy Gateway configuration', 'kind');
  const backend = context.resolution.index.byId.get(objectId ?? '');
  if (backend === undefined)
    return refuse('BackendNotFound', `Backend ${namespace}/${name} not found`, 'name');
  const rejection = checkBackend(context, backend);
  if (rejection !== null) return { ok: false, refusal: rejection };
  const unix = itemsAt(backend.value, ['spec', 'endpoints']).findIndex(
    (endpoint) => valueAt(endpoint, ['unix']) !== undefined,
  );
  if (unix >= 0) {
    const message = 'unix domain sockets are not supported in backend references';
    const at = { objectId: backend.id, path: ['spec', 'endpoints', unix, 'unix'] };
    return { ok: false, refusal: { reason: 'UnsupportedAddressType', message, at } };
  }
  const port = numberAt(valueAt(route.value, reference.from.path), ['port']);
  const appProtocols = itemsAt(backend.value, ['spec', 'appProtocols']);
  return {
    ok: true,
    backend,
    appProtocols: appProtocols.filter((entry) => typeof entry === 'string'),
    ...(port === undefined ? {} : { sectionName: String(port) }),
  };
}
