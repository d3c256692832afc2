import { groups, objectKey, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { listenerStatuses } from '../listeners/listener-statuses.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import { attachedEnvoyProxies } from './attached-envoy-proxy.ts';
import { gatewayAcceptance } from './gateway-acceptance.ts';
import type { GatewayRefusal } from './gateway-refusal.ts';
import { gatewayTlsConditions } from './gateway-tls-conditions.ts';
import type { EnvoyGatewayState } from './types.ts';

/**
 * Conditions of a Gateway and its listeners that follow from the manifests: ResolvedRefs for `spec.tls`,
 * Accepted, and what becomes of each listener. Addresses and Programmed of the Gateway depend on the cluster and are left out.
 */
export function gatewayStatuses(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
): readonly ObjectStatus[] {
  const refusal = state.refusal(gateway);
  if (refusal !== null) return refusedGateway(state, gateway, refusal);
  const listeners = state
    .listeners(gateway, 'missing')
    .filter(({ listener }) => listener.listenerSetId === undefined);
  const conditions = [
    ...gatewayTlsConditions(state, gateway),
    ...gatewayAcceptance(state, gateway, listeners),
  ];
  const own: readonly ObjectStatus[] =
    conditions.length === 0 ? [] : [{ objectId: gateway.id, kind: 'object', conditions }];
  return [...own, ...listenerStatuses(gateway, listeners), ...envoyProxyStatuses(state, gateway)];
}

/** Its EnvoyProxy is looked at before its addresses. */
function refusedGateway(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
  { reason, message }: GatewayRefusal,
): readonly ObjectStatus[] {
  const condition: PredictedCondition = { type: 'Accepted', status: 'False', reason, message };
  return [
    { objectId: gateway.id, kind: 'object', conditions: [condition] },
    ...(reason === 'UnsupportedAddress' ? envoyProxyStatuses(state, gateway) : []),
  ];
}

/** An EnvoyProxy is accepted whatever its client certificate; one that a Gateway names has it as ancestor. */
function envoyProxyStatuses(
  { context }: EnvoyGatewayState,
  gateway: ManifestObject,
): readonly ObjectStatus[] {
  const { gateway: proxy } = attachedEnvoyProxies(context.resolution.index, gateway);
  if (proxy === undefined) return [];
  const { namespace, name } = gateway;
  return [
    {
      objectId: proxy.id,
      kind: 'ancestor',
      ref: { group: groups.gateway, kind: 'Gateway', namespace, name },
      conditions: [
        {
          type: 'Accepted',
          status: 'True',
          reason: 'Accepted',
          message: 'EnvoyProxy has been accepted.',
        },
      ],
    },
  ];
}

/** A class stays accepted even if its EnvoyProxy's Secret is missing; a missing EnvoyProxy is not judged here. */
export function gatewayClassStatus(
  { context }: EnvoyGatewayState,
  gateway: ManifestObject,
): readonly ObjectStatus[] {
  const { index } = context.resolution;
  const className = stringAt(gateway.value, ['spec', 'gatewayClassName']) ?? '';
  const gatewayClass = index.byKey.get(objectKey(groups.gateway, 'GatewayClass', '', className));
  if (gatewayClass === undefined) return [];
  const hasParameters = valueAt(gatewayClass.value, ['spec', 'parametersRef']) !== undefined;
  if (hasParameters && attachedEnvoyProxies(index, gateway).gatewayClass === undefined) return [];
  const condition: PredictedCondition = {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: 'Valid GatewayClass',
  };
  return [{ objectId: gatewayClass.id, kind: 'object', conditions: [condition] }];
}
