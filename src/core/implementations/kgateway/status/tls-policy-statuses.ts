import { kinds, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, StatusRef } from '../../status.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import { KGATEWAY_CONTROLLER } from './controller-name.ts';
import type { Routing } from './routed-backends.ts';
import { tlsPolicyConditions } from './tls-policy-conditions.ts';

/**
 * Conditions of BackendTLSPolicies. Since 2.3 the ancestors are the Gateways or ListenerSets whose routes lead to the target;
 * a policy whose target no route uses has no status although it is programmed. Before, they were the targets.
 */
export function tlsPolicyStatuses(state: KgatewayState, routing: Routing): readonly ObjectStatus[] {
  return state.features.gatewayAncestors ? underParents(state, routing) : underTargets(state);
}

/** Of several backends under one parent the last has the word, as conditions of one type replace each other. */
function underParents(state: KgatewayState, { routed }: Routing): readonly ObjectStatus[] {
  const statuses = new Map<string, ObjectStatus>();
  for (const { parent, backend, portName } of routed) {
    const { tls } = state.attached(backend.key, portName);
    for (const [at, policy] of tls.entries())
      statuses.set(`${policy.id}|${parent.id}`, {
        objectId: policy.id,
        kind: 'ancestor',
        ref: objectRef(parent),
        controllerName: KGATEWAY_CONTROLLER,
        conditions: tlsPolicyConditions(state.tlsPolicy(policy), at === 0, state.features),
      });
  }
  return [...statuses.values()];
}

function underTargets(state: KgatewayState): readonly ObjectStatus[] {
  const { index, references } = state.resolution;
  return references.flatMap(({ kind, from, target }): ObjectStatus[] => {
    const policy = kind === 'policyTarget' ? index.byId.get(from.objectId) : undefined;
    const backend = index.byId.get(target.objectId ?? '');
    if (policy === undefined || backend === undefined) return [];
    if (`${policy.group}/${policy.kind}` !== kinds.backendTlsPolicy) return [];
    const sectionName = stringAt(valueAt(policy.value, from.path), ['sectionName']);
    const ref = objectRef(backend);
    return [
      {
        objectId: policy.id,
        kind: 'ancestor',
        ref: sectionName === undefined ? ref : { ...ref, sectionName },
        controllerName: KGATEWAY_CONTROLLER,
        conditions: tlsPolicyConditions(state.tlsPolicy(policy), true, state.features),
      },
    ];
  });
}

/** An object as an `ancestorRef` of kgateway names it. */
export function objectRef({ group, kind, namespace, name }: ManifestObject): StatusRef {
  return { group, kind, namespace, name };
}
