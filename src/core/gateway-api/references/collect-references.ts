import type { ManifestObject } from '../../manifest/types.ts';
import { isClusterScoped } from '../../manifest/cluster-scoped.ts';
import { kinds } from '../kinds.ts';
import { objectKey } from '../../manifest/object-key.ts';
import { workloadKinds } from '../pod-template.ts';
import { createGrantChecker, type GrantFrom, type GrantTo } from '../reference-grants.ts';
import { rememberByIdentity } from '../remember-by-identity.ts';
import type { ObjectIndex, Reference, ReferenceTarget } from '../types.ts';
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

type Collector = (object: ManifestObject) => readonly RawReference[];

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
  [kinds.agentgatewayPolicy, agentgatewayPolicyReferences],
  [kinds.agentgatewayBackend, agentgatewayBackendReferences],
  [kinds.envoyProxy, envoyProxyReferences],
  [kinds.envoyBackend, envoyBackendReferences],
  ...workloadKinds.map((kind): [string, Collector] => [kind, workloadReferences]),
]);

/** An object that no edit has touched is the same object, and names the same. */
const writtenIn = rememberByIdentity(
  (object: ManifestObject): readonly RawReference[] =>
    COLLECTORS.get(`${object.group}/${object.kind}`)?.(object) ?? [],
);

type Selector = (object: ManifestObject, index: ObjectIndex) => readonly RawReference[];

/** Those that select by labels: what they name depends on the other objects. */
const SELECTORS: ReadonlyMap<string, Selector> = new Map<string, Selector>([
  [kinds.backendConfigPolicy, backendConfigPolicyReferences],
  [kinds.service, serviceReferences],
]);

/**
 * Every field of a winning object that names another object, in document order, whether or not the target is
 * among the files. Ids are stable while the objects keep their keys.
 */
export function collectReferences(index: ObjectIndex): readonly Reference[] {
  const isGranted = createGrantChecker(index);
  const references: Reference[] = [];
  for (const object of index.all) {
    if (index.shadowed.has(object.id)) continue;
    for (const raw of rawReferences(object, index))
      references.push(finishReference(object, raw, index, isGranted));
  }
  return references;
}

/** Every field of `object` that names another object, as it is written. */
export function rawReferences(object: ManifestObject, index: ObjectIndex): readonly RawReference[] {
  return selectorOf(object)?.(object, index) ?? writtenIn(object);
}

/** Without a text to build for each of a thousand objects. */
function selectorOf({ group, kind }: ManifestObject): Selector | undefined {
  if (kind !== 'Service' && kind !== 'BackendConfigPolicy') return undefined;
  return SELECTORS.get(`${group}/${kind}`);
}

/** The last reference that each written one came to: while the target is the same, it stays the same object. */
const finished = new WeakMap<RawReference, Reference>();

function finishReference(
  object: ManifestObject,
  raw: RawReference,
  index: ObjectIndex,
  isGranted: (from: GrantFrom, to: GrantTo) => boolean,
): Reference {
  const target = targetOf(raw);
  const objectId = index.byKey.get(target.key)?.id;
  const permission = permissionOf(object, raw, target, isGranted);
  const known = finished.get(raw);
  if (known?.permission === permission && known.target.objectId === objectId) return known;
  const reference = {
    id: `${object.key}|${raw.path.join('.')}|${target.key}`,
    kind: raw.kind,
    from: { objectId: object.id, path: raw.path },
    target: { ...target, ...(objectId && { objectId }) },
    permission,
    ...(raw.namePath && { nameField: { objectId: object.id, path: raw.namePath } }),
    ...(raw.optional === true && { optional: true }),
  };
  finished.set(raw, reference);
  return reference;
}

type NamedTarget = Omit<ReferenceTarget, 'objectId'>;

/** What a reference names, by the key it has in the index. */
export const targetOf = rememberByIdentity((raw: RawReference): NamedTarget => {
  const { group, targetKind: kind, name } = raw;
  const looked = lookupGroup(group);
  const namespace = isClusterScoped(looked, kind) ? '' : raw.namespace;
  return { key: objectKey(looked, kind, namespace, name), group, kind, namespace, name };
});

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
  target: NamedTarget,
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
      return isGranted(object, { ...target, group: lookupGroup(target.group) })
        ? 'granted'
        : 'denied';
    default:
      return raw.crossing satisfies never;
  }
}
