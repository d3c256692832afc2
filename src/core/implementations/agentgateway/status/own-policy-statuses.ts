import { groups, isObject, kinds, valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { AgentgatewayState } from '../agentgateway-state.ts';
import { translateInlineTls } from '../inline-tls.ts';
import { AGENTGATEWAY_CONTROLLER } from './controller-name.ts';

/**
 * Conditions of AgentgatewayPolicies that set nothing but `backend.tls`; what the other fields say is outside
 * backend TLS, so a policy that has them gets no prediction.
 *
 * @see agentgateway controller/pkg/agentgateway/plugins/traffic_plugin.go `PolicyConditionMap`
 */
export function ownPolicyStatuses(
  state: AgentgatewayState,
  policies: readonly ManifestObject[],
): readonly ObjectStatus[] {
  const { index } = state.resolution;
  return policies.flatMap((policy) => {
    const tls = translateInlineTls(index, policy, ['spec', 'backend', 'tls'], state.features);
    if (tls === undefined || !isTlsOnly(policy)) return [];
    const conditions = conditionsOf(tls.errors);
    return gatewaysOf(state, policy).map((gateway): ObjectStatus => ({
      objectId: policy.id,
      kind: 'ancestor',
      ref: {
        group: groups.gateway,
        kind: 'Gateway',
        namespace: gateway.namespace,
        name: gateway.name,
      },
      controllerName: AGENTGATEWAY_CONTROLLER,
      conditions,
    }));
  });
}

function isTlsOnly({ value }: ManifestObject): boolean {
  const spec = valueAt(value, ['spec']);
  const backend = valueAt(spec, ['backend']);
  const others = ['traffic', 'frontend'].some((field) => isObject(valueAt(spec, [field])));
  return !others && isObject(backend) && Object.keys(backend).length === 1;
}

/** A partly usable policy is accepted and sent. */
function conditionsOf(errors: readonly string[]): readonly PredictedCondition[] {
  if (errors.length > 0)
    return [
      { type: 'Accepted', status: 'True', reason: 'PartiallyValid', message: errors.join('\n') },
    ];
  return [
    { type: 'Accepted', status: 'True', reason: 'Valid', message: 'Policy accepted' },
    { type: 'Attached', status: 'True', reason: 'Attached', message: 'Attached to all targets' },
  ];
}

/** Gateways that a target is, or that lead to it. */
function gatewaysOf(state: AgentgatewayState, policy: ManifestObject): readonly ManifestObject[] {
  const targets = state.resolution.references.filter(
    ({ kind, from }) => kind === 'policyTarget' && from.objectId === policy.id,
  );
  return state.gateways.filter((gateway) =>
    targets.some(({ target }) => {
      const kind = `${target.group}/${target.kind}`;
      if (kind === kinds.gateway) return target.key === gateway.key;
      const attached = state.attachments.some(
        ({ routeId, gatewayId, listeners }) =>
          routeId === target.objectId && gatewayId === gateway.id && listeners.length > 0,
      );
      return attached || state.gatewaysOf(target.key).includes(gateway);
    }),
  );
}
