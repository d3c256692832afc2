import { itemsAt } from '../../../gateway-api/index.ts';
import type { StatusContext } from './status-context.ts';

/** What a policy is for one backendRef: the one that governs, or one that lost against it. */
type Role = 'chosen' | 'conflicted';

/**
 * Roles of each policy, by its id, for every backendRef of every route with one of these Gateways as parent, in the
 * order of the manifests; the controller's own order is not fixed.
 *
 * @see NGF graph/backend_refs.go `findBackendTLSPolicyForService`
 */
export function routedPolicies({
  state,
  gateways,
}: StatusContext): ReadonlyMap<string, readonly Role[]> {
  const { attachments, index } = state.resolution;
  const own = new Set(gateways.map(({ id }) => id));
  const routeIds = new Set(
    attachments.flatMap(({ gatewayId = '', routeId }) => (own.has(gatewayId) ? [routeId] : [])),
  );
  const roles = new Map<string, Role[]>();
  const add = (policyId: string, role: Role): void => {
    const list = roles.get(policyId) ?? [];
    list.push(role);
    roles.set(policyId, list);
  };
  for (const routeId of routeIds) {
    const route = index.byId.get(routeId);
    if (route === undefined) continue;
    for (const ruleIndex of itemsAt(route.value, ['spec', 'rules']).keys())
      for (const { selected } of state.rule(route, ruleIndex).backends.values()) {
        if (selected === undefined) continue;
        for (const { policyId } of selected.losers) add(policyId, 'conflicted');
        add(selected.verdict.policy.id, 'chosen');
      }
  }
  return roles;
}
