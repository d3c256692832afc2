import { kinds, type Resolution } from '../../../gateway-api/index.ts';
import type { ObjectStatus } from '../../status.ts';
import { kgatewayState } from '../kgateway-state.ts';
import { backendStatuses } from './backend-statuses.ts';
import { configPolicyStatuses } from './config-policy-statuses.ts';
import { gatewayStatuses } from './gateway-statuses.ts';
import { listenerSetStatuses } from './listener-set-statuses.ts';
import { routeStatuses } from './route-statuses.ts';
import { routing } from './routed-backends.ts';
import { tlsPolicyStatuses } from './tls-policy-statuses.ts';

/**
 * Every condition that kgateway is predicted to write for these manifests: Gateways and listeners, ListenerSets,
 * routes, BackendTLSPolicies, BackendConfigPolicies and Backends.
 *
 * @param version release line, e.g. `2.4`
 * @returns nothing when no Gateway is run by kgateway
 */
export function kgatewayStatus(resolution: Resolution, version: string): readonly ObjectStatus[] {
  const state = kgatewayState(resolution, version);
  const routes = routing(state);
  if (routes.gateways.length === 0) return [];
  const { index } = resolution;
  return [
    ...gatewayStatuses(state, routes.gateways),
    ...listenerSetStatuses(state, routes.gateways),
    ...routeStatuses(state, routes),
    ...tlsPolicyStatuses(state, routes),
    ...configPolicyStatuses(state, index.ofKind(kinds.backendConfigPolicy)),
    ...backendStatuses(state, index.ofKind(kinds.kgatewayBackend)),
  ];
}
