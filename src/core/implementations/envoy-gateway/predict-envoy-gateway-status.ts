import { attachRoutes } from '../../gateway-api/attach-routes.ts';
import { kinds, valueAt, type Resolution, type RouteAttachment } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectStatus } from '../status.ts';
import { backendStatuses } from './backend-status.ts';
import { statusRef } from './conditions.ts';
import type { EnvoyGatewayOptions } from './context.ts';
import { envoyGatewayState } from './envoy-gateway-state.ts';
import type { EnvoyGatewayState } from './types.ts';
import { gatewayClassStatus, gatewayStatuses } from './gateway-status.ts';
import { listenerSetStatuses } from './listener-set-status.ts';
import { policyStatuses, type ReachedPolicy } from './policy-status.ts';
import { routeConditions } from './route-conditions.ts';

/** In the order in which Envoy Gateway translates them. */
const ROUTE_KINDS = [
  kinds.httpRoute,
  kinds.grpcRoute,
  kinds.tlsRoute,
  kinds.tcpRoute,
  kinds.udpRoute,
];

/** A route under one parentRef that leads to a Gateway of this controller. */
interface RouteUnderGateway {
  readonly attachment: RouteAttachment;
  readonly gateway: ManifestObject;
  readonly route: ManifestObject;
}

/**
 * The conditions Envoy Gateway writes to Gateways of its own, their class and EnvoyProxy, ListenerSets, routes,
 * BackendTLSPolicies and Backends. What depends on the cluster (addresses, replicas) is left out.
 *
 * @param version release line or release, e.g. `1.9`
 * @returns nothing when no Gateway of the workspace is run by Envoy Gateway, but for the Backends of a file
 */
export function predictEnvoyGatewayStatus(
  resolution: Resolution,
  version: string,
  options: EnvoyGatewayOptions = {},
): readonly ObjectStatus[] {
  const { index, implementations } = resolution;
  const gateways = index
    .ofKind(kinds.gateway)
    .filter(({ key }) => implementations.get(key)?.id === 'envoy-gateway');
  const state = envoyGatewayState(resolution, version, options);
  // A cluster's Backends are read only for the routes of a Gateway; a file's are all translated.
  if (gateways.length === 0)
    return options.objectsFrom === 'file' ? backendStatuses(state.context) : [];
  const accepted = gateways.filter((gateway) => state.refusal(gateway) === null);
  const routes = routesUnder(resolution, new Set(accepted.map(({ id }) => id)));
  const classes = gateways.flatMap((gateway) => gatewayClassStatus(state, gateway));
  return [
    ...new Map(classes.map((status) => [status.objectId, status])).values(),
    ...gateways.flatMap((gateway) => gatewayStatuses(state, gateway)),
    ...listenerSetStatuses(state, accepted),
    ...routes.map((entry) => routeStatus(state, entry)),
    ...policyStatuses(
      state,
      routes.flatMap((entry) => reachedPolicies(state, entry)),
    ),
    ...backendStatuses(state.context),
  ];
}

function routesUnder(
  { index, references }: Resolution,
  gatewayIds: ReadonlySet<string>,
): readonly RouteUnderGateway[] {
  return ROUTE_KINDS.flatMap((kind) =>
    attachRoutes(index, references, [kind]).flatMap((attachment) => {
      const gateway = index.byId.get(attachment.gatewayId ?? '');
      const route = index.byId.get(attachment.routeId);
      if (gateway === undefined || route === undefined || !gatewayIds.has(gateway.id)) return [];
      return [{ attachment, gateway, route }];
    }),
  );
}

function routeStatus(
  state: EnvoyGatewayState,
  { attachment, gateway, route }: RouteUnderGateway,
): ObjectStatus {
  return {
    objectId: route.id,
    kind: 'parent',
    ref: statusRef(valueAt(route.value, attachment.parent.from.path)),
    controllerName: state.context.config.controllerName,
    conditions: routeConditions(state, gateway, route, attachment),
  };
}

/** Policies are reached through every parentRef, taken or not. */
function reachedPolicies(
  state: EnvoyGatewayState,
  { attachment, gateway, route }: RouteUnderGateway,
): readonly ReachedPolicy[] {
  const rules = valueAt(route.value, ['spec', 'rules']);
  const count = Array.isArray(rules) ? rules.length : 0;
  const ref = statusRef(valueAt(route.value, attachment.parent.from.path));
  return Array.from({ length: count }, (_, index) => state.rule(gateway, route, index)).flatMap(
    ({ backends, mirrors, dropped }) =>
      [...mirrors, ...(dropped === undefined ? backends : [])].flatMap(
        ({ policy, policyReached }) =>
          policyReached && policy !== undefined ? [{ policyId: policy.policyId, ref }] : [],
      ),
  );
}
