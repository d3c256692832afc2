import type { ManifestObject } from '../../manifest/types.ts';
import { isClusterScoped } from '../../manifest/cluster-scoped.ts';
import { kinds } from '../kinds.ts';
import { objectKey } from '../../manifest/object-key.ts';
import { workloadKinds } from '../pod-template.ts';
import { createGrantChecker, type GrantFrom, type GrantTo } from '../reference-grants.ts';
import type { ObjectIndex, Reference } from '../types.ts';
import {
  agentgatewayBackendReferences,
  agentgatewayPolicyReferences,
} from './agentgateway-references.ts';
import { backendTlsPolicyReferences } from './backend-tls-policy-references.ts';
import { envoyBackendReferences, envoyProxyReferences } from './envoy-gateway-references.ts';
import { gatewayClassReferences } from './gateway-class-references.ts';
import { gatewayReferences, listenerSetReferences } from './gateway-references.ts';
import { backendConfigPolicyReferences } from './kgateway-references.ts';
import type { RawReference } from './raw-reference.ts';
import { routeReferences } from './route-references.ts';
import { serviceReferences, workloadReferences } from './workload-references.ts';

type Collector = (object: ManifestObject, index: ObjectIndex) => readonly RawReference[];

/** How each kind names other objects. A kind that is not here is a node without references. */
const COLLECTORS: ReadonlyMap<string, Collector> = new Map<string, Collector>([
  [kinds.gatewayClass, gatewayClassReferences],
  [kinds.gateway, gatewayReferences],
  [kinds.listenerSet, listenerSetReferences],
  [kinds.xListenerSet, listenerSetReferences],
  [kinds.httpRoute, routeReferences],
  [kinds.grpcRoute, routeReferences],
  [kinds.tlsRoute, routeReferences],
  [kinds.tcpRoute, routeReferences],
  [kinds.udpRoute, routeReferences],
  [kinds.backendTlsPolicy, backendTlsPolicyReferences],
  [kinds.backendConfigPolicy, backendConfigPolicyReferences],
  [kinds.agentgatewayPolicy, agentgatewayPolicyReferences],
  [kinds.agentgatewayBackend, agentgatewayBackendReferences],
  [kinds.envoyProxy, envoyProxyReferences],
  [kinds.envoyBackend, envoyBackendReferences],
  [kinds.service, serviceReferences],
  ...workloadKinds.map((kind): [string, Collector] => [kind, workloadReferences]),
]);

/**
 * Every field of a winning object that names another object, in document order, whether or not the target is
 * among the files. Ids are stable while the objects keep their keys.
 */
export function collectReferences(index: ObjectIndex): readonly Reference[] {
  const isGranted = createGrantChecker(index);
  return index.all
    .filter((object) => !index.shadowed.has(object.id))
    .flatMap((object) => {
      const collect = COLLECTORS.get(`${object.group}/${object.kind}`);
      return (collect?.(object, index) ?? []).map((raw) =>
        finishReference(object, raw, index, isGranted),
      );
    });
}

function finishReference(
  object: ManifestObject,
  raw: RawReference,
  index: ObjectIndex,
  isGranted: (from: GrantFrom, to: GrantTo) => boolean,
): Reference {
  const { targetKind: kind, name } = raw;
  const group = lookupGroup(raw.group);
  const namespace = isClusterScoped(group, kind) ? '' : raw.namespace;
  const key = objectKey(group, kind, namespace, name);
  const objectId = index.byKey.get(key)?.id;
  const permission = permissionOf(object, raw, { group, kind, namespace, name }, isGranted);
  return {
    id: `${object.key}|${raw.path.join('.')}|${key}`,
    kind: raw.kind,
    from: { objectId: object.id, path: raw.path },
    target: { key, group: raw.group, kind, namespace, name, ...(objectId && { objectId }) },
    permission,
    ...(raw.namePath && { nameField: { objectId: object.id, path: raw.namePath } }),
    ...(raw.optional === true && { optional: true }),
  };
}

/**
 * `group: core` is not the core group's name (which is empty), but the schema lets it pass and the
 * gateways resolve it (NGINX Gateway Fabric names it, Envoy Gateway and kgateway never look at the group).
 */
function lookupGroup(group: string): string {
  return group === 'core' ? '' : group;
}

function permissionOf(
  object: ManifestObject,
  raw: RawReference,
  target: GrantTo,
  isGranted: (from: GrantFrom, to: GrantTo) => boolean,
): Reference['permission'] {
  if (target.namespace === '' || object.namespace === '') return 'not-needed';
  if (target.namespace === object.namespace) return 'same-namespace';
  switch (raw.crossing) {
    case 'free':
      return 'not-needed';
    case 'forbidden':
      return 'denied';
    case 'reference-grant':
      return isGranted(object, target) ? 'granted' : 'denied';
    default:
      return raw.crossing satisfies never;
  }
}
