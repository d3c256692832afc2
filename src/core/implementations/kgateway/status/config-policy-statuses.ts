import { namespacedName, servicePorts, type Reference } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { ConfigPolicyVerdict } from '../config-policy.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import { KGATEWAY_CONTROLLER } from './controller-name.ts';
import { attachedConditions } from './tls-policy-conditions.ts';
import { objectRef } from './tls-policy-statuses.ts';

/**
 * Conditions of BackendConfigPolicies under the Services and Backends they target, whether or not a route
 * uses them. A target that does not exist has no entry.
 *
 * @see kgateway proxy_syncer/status.go `GenerateBackendPolicyReport`
 */
export function configPolicyStatuses(
  state: KgatewayState,
  policies: readonly ManifestObject[],
): readonly ObjectStatus[] {
  if (!state.features.configPolicy) return [];
  const targets = targetsByPolicy(state.resolution.references);
  return policies.flatMap((policy) => {
    const verdict = state.configPolicy(policy);
    const found = [...(targets.get(policy.id) ?? [])].flatMap(
      (id) => state.resolution.index.byId.get(id) ?? [],
    );
    return found.map((target): ObjectStatus => ({
      objectId: policy.id,
      kind: 'ancestor',
      ref: objectRef(target),
      controllerName: KGATEWAY_CONTROLLER,
      conditions: [
        ...attachedConditions(verdict.error?.message),
        ...overridden(state, verdict, target),
      ],
    }));
  });
}

function targetsByPolicy(
  references: readonly Reference[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const targets = new Map<string, Set<string>>();
  for (const { kind, from, target } of references) {
    if (kind !== 'policyTarget' || target.objectId === undefined) continue;
    const ids = targets.get(from.objectId) ?? new Set<string>();
    ids.add(target.objectId);
    targets.set(from.objectId, ids);
  }
  return targets;
}

/** Set since 2.4, and only by a BackendTLSPolicy without an error, although a broken one replaces spec.tls too. */
function overridden(
  state: KgatewayState,
  { hasTls, error }: ConfigPolicyVerdict,
  target: ManifestObject,
): readonly PredictedCondition[] {
  if (!state.features.configPolicyMerge || !hasTls || error !== undefined) return [];
  const ports = servicePorts(target).map(({ name }) => name);
  const winner = (ports.length === 0 ? [undefined] : ports)
    .map((port) =>
      state
        .attached(target.key, port)
        .tls.find((policy) => state.tlsPolicy(policy).error === undefined),
    )
    .find((policy) => policy !== undefined);
  if (winner === undefined) return [];
  return [
    {
      type: 'Overridden',
      status: 'True',
      reason: 'ConflictedWithBackendTLSPolicy',
      message: `spec.tls overridden by BackendTLSPolicy ${namespacedName(winner)}`,
    },
  ];
}
