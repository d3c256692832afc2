import { kinds, type Resolution } from '../../../gateway-api/index.ts';
import type { ObjectStatus } from '../../status.ts';
import { agentgatewayState } from '../agentgateway-state.ts';
import { backendStatuses } from './backend-statuses.ts';
import { gatewayStatuses } from './gateway-statuses.ts';
import { listenerSetStatuses } from './listener-set-statuses.ts';
import { ownPolicyStatuses } from './own-policy-statuses.ts';
import { routeStatuses } from './route-statuses.ts';
import { tlsPolicyStatuses } from './tls-policy-statuses.ts';

/**
 * Every condition that agentgateway is predicted to write for these manifests: Gateways and listeners, ListenerSets, routes,
 * BackendTLSPolicies, AgentgatewayPolicies with `backend.tls`, and AgentgatewayBackends.
 *
 * @returns nothing when no Gateway is run by agentgateway
 */
export function agentgatewayStatus(
  resolution: Resolution,
  version: string,
): readonly ObjectStatus[] {
  const state = agentgatewayState(resolution, version);
  if (state.gateways.length === 0) return [];
  const { index } = resolution;
  return [
    ...gatewayStatuses(state),
    ...listenerSetStatuses(state),
    ...routeStatuses(state),
    ...tlsPolicyStatuses(state, index.ofKind(kinds.backendTlsPolicy)),
    ...ownPolicyStatuses(state, index.ofKind(kinds.agentgatewayPolicy)),
    ...backendStatuses(state, index.ofKind(kinds.agentgatewayBackend)),
  ];
}
