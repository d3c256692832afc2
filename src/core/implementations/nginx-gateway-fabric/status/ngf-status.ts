import { kinds, type Resolution } from '../../../gateway-api/index.ts';
import { groupBy } from '../../../gateway-api/group-by.ts';
import type { ObjectStatus } from '../../status.ts';
import { ngfState } from '../ngf-state.ts';
import { classStatuses } from './class-statuses.ts';
import { gatewayStatuses } from './gateway-statuses.ts';
import { listenerSetStatuses } from './listener-set-statuses.ts';
import { policyStatuses } from './policy-statuses.ts';
import { routeStatuses } from './route-statuses.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Every condition that NGINX Gateway Fabric is predicted to write for these manifests: GatewayClass, Gateways,
 * ListenerSets and listeners, routes and BackendTLSPolicies.
 *
 * @param version release line, e.g. `2.6`
 * @returns nothing when no Gateway is run by NGINX Gateway Fabric
 */
export function ngfStatus(resolution: Resolution, version: string): readonly ObjectStatus[] {
  const { index, implementations, connections } = resolution;
  const gateways = index
    .ofKind(kinds.gateway)
    .filter(({ key }) => implementations.get(key)?.id === 'nginx-gateway-fabric');
  if (gateways.length === 0) return [];
  const context: StatusContext = {
    state: ngfState(resolution),
    version,
    gateways,
    policies: index.ofKind(kinds.backendTlsPolicy),
    connections: groupBy(connections, ({ gatewayId }) => gatewayId),
  };
  return [
    ...classStatuses(context),
    ...gatewayStatuses(context),
    ...listenerSetStatuses(context),
    ...routeStatuses(context),
    ...policyStatuses(context),
  ];
}
