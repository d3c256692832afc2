import type { ObjectStatus } from '../status.ts';
import type { Resolution } from '../types.ts';
import { statusContext } from './context.ts';
import { gatewayStatuses } from './gateway-statuses.ts';
import { policyStatuses } from './policy-statuses.ts';
import { routeStatuses } from './route-statuses.ts';

/**
 * The conditions that the Gateway API itself asks for, whoever implements it: Gateways with their listeners and
 * ListenerSets, routes, and BackendTLSPolicies. Reasons and status follow the API's own words (v1.6.1); messages are
 * ours, because the API leaves them to implementations. What depends on a cluster (addresses, readiness) is taken to
 * be in order.
 */
export function specStatus(resolution: Resolution): readonly ObjectStatus[] {
  const context = statusContext(resolution);
  return [...gatewayStatuses(context), ...routeStatuses(context), ...policyStatuses(context)];
}
