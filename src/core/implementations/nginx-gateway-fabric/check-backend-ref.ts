import {
  fieldText,
  itemsAt,
  numberAt,
  servicePorts,
  stringAt,
  valueAt,
  type ObjectIndex,
  type Reference,
  type ServicePort,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { fieldError } from './field-error.ts';
import { nginxProxies } from './nginx-proxies.ts';

/** Why the control plane does not use a backendRef: the route's ResolvedRefs=False condition. */
export interface BackendRefusal {
  readonly reason:
    | 'InvalidKind'
    | 'RefNotPermitted'
    | 'BackendNotFound'
    | 'UnsupportedValue'
    | 'UnsupportedProtocol';
  readonly message: string;
}

/** The Service port that a backendRef leads to, or the first reason against it. */
export type CheckedBackendRef =
  | { readonly ok: true; readonly service: ManifestObject; readonly port: ServicePort }
  | { readonly ok: false; readonly refusal: BackendRefusal };

/**
 * Everything NGINX Gateway Fabric checks of a backendRef before it looks for a policy.
 *
 * @see NGF graph/backend_refs.go `createBackendRef`, `validateRouteBackendRef`
 */
export function checkBackendRef(
  index: ObjectIndex,
  route: ManifestObject,
  reference: Reference,
): CheckedBackendRef {
  const { path } = reference.from;
  const at = (field: string): string => fieldText([...path, field]);
  const value = valueAt(route.value, reference.from.path);
  const filters = itemsAt(value, ['filters']).length;
  if (filters > 0) return refuse('UnsupportedValue', fieldError.tooMany(at('filters'), filters, 0));
  const kind = kindRefusal(route, reference, at);
  if (kind !== null) return refuse('InvalidKind', kind);
  const { namespace, name, objectId } = reference.target;
  if (reference.permission === 'denied') {
    const detail = `Backend ref to Service ${namespace}/${name} not permitted by any ReferenceGrant`;
    return refuse('RefNotPermitted', fieldError.forbidden(at('namespace'), detail));
  }
  const port = numberAt(value, ['port']);
  if (port === undefined)
    return refuse('UnsupportedValue', fieldError.required(at('port'), 'port cannot be nil'));
  const service = index.byId.get(objectId ?? '');
  if (service === undefined)
    return refuse('BackendNotFound', fieldError.notFound(at('name'), name));
  const found = servicePorts(service).find((entry) => entry.port === port);
  return found === undefined
    ? refuse('BackendNotFound', `No matching port for Service ${name} and port ${port}`)
    : { ok: true, service, port: found };
}

function refuse(reason: BackendRefusal['reason'], message: string): CheckedBackendRef {
  return { ok: false, refusal: { reason, message } };
}

const INFERENCE = 'inference.networking.k8s.io';

/** HTTPRoutes may also name an InferencePool, which is not looked into here. */
function kindRefusal(
  route: ManifestObject,
  { target }: Reference,
  at: (field: string) => string,
): string | null {
  const http = route.kind === 'HTTPRoute';
  const knownGroups = http ? ['core', '', INFERENCE] : ['core', ''];
  if (!knownGroups.includes(target.group))
    return fieldError.notSupported(at('group'), target.group, knownGroups);
  const knownKinds = http ? ['Service', 'InferencePool'] : ['Service'];
  return knownKinds.includes(target.kind)
    ? null
    : fieldError.notSupported(at('kind'), target.kind, knownKinds);
}

/**
 * appProtocol of the port against the kind of route; `https` and unknown values are not interpreted.
 *
 * @see NGF graph/backend_refs.go `validateRouteBackendRefAppProtocol`
 */
export function appProtocolRefusal(
  routeKind: string,
  appProtocol: string | undefined,
  hasPolicy: boolean,
): string | null {
  const type = routeKind === 'GRPCRoute' ? 'grpc' : 'http';
  const base = `The Route type ${type} does not support service port appProtocol ${appProtocol ?? ''}`;
  switch (appProtocol) {
    case 'kubernetes.io/h2c':
      return type === 'grpc'
        ? null
        : `${base}; nginx does not support proxying to upstreams with http2 or h2c`;
    case 'kubernetes.io/ws':
      return type === 'http' ? null : base;
    case 'kubernetes.io/wss':
      if (type !== 'http') return base;
      return hasPolicy ? null : `${base}; missing corresponding BackendTLSPolicy`;
    default:
      return null;
  }
}

/** Found before any policy is looked for. @see NGF graph/backend_refs.go `createBackendRef` */
export function emptyExternalName(service: ManifestObject): string | null {
  if (!isExternalName(service)) return null;
  const name = (stringAt(service.value, ['spec', 'externalName']) ?? '').trim();
  return name === '' ? 'ExternalName service has empty or invalid externalName field' : null;
}

function isExternalName({ value }: ManifestObject): boolean {
  return stringAt(value, ['spec', 'type']) === 'ExternalName';
}

/** An ExternalName Service needs `dnsResolver` in the NginxProxy of the Gateway or its class. */
export function externalNameRefusal(
  index: ObjectIndex,
  references: readonly Reference[],
  gateway: ManifestObject,
  service: ManifestObject,
): string | null {
  if (!isExternalName(service)) return null;
  const hasResolver = nginxProxies({ index, references }, gateway).some(
    ({ value }) => valueAt(value, ['spec', 'dnsResolver']) !== undefined,
  );
  return hasResolver
    ? null
    : "ExternalName service requires DNS resolver configuration in Gateway's NginxProxy";
}
