import { itemsAt, type RouteAttachment } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { PredictedCondition } from '../status.ts';
import { setCondition } from './conditions.ts';
import { isLayer7, routeErrors, type RouteError } from './route-errors.ts';
import type { EnvoyGatewayState } from './types.ts';
import { conditionMessage } from './refusal.ts';

/**
 * The conditions of a route under one parentRef. References are judged whether or not a listener takes the route.
 *
 * @see internal/gatewayapi/route.go `processAllowedListenersForParentRefs`, `processHTTPRouteParentRefs`
 */
export function routeConditions(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
  route: ManifestObject,
  attachment: RouteAttachment,
): readonly PredictedCondition[] {
  const accepted = acceptedCondition(route, attachment);
  const rules = itemsAt(route.value, ['spec', 'rules']).map((_, index) =>
    state.rule(gateway, route, index),
  );
  if (['TCPRoute', 'UDPRoute'].includes(route.kind) && rules.length !== 1)
    return setCondition([accepted], {
      type: 'Accepted',
      status: 'False',
      reason: 'InvalidRule',
      message: 'One and only one rule is supported',
    });
  const conditions = errorConditions(route, routeErrors(route, attachment, rules)).reduce(
    setCondition,
    [accepted],
  );
  const resolved = conditions.some(({ type }) => type === 'ResolvedRefs');
  const message = 'Resolved all the Object references for the Route';
  const complete: readonly PredictedCondition[] = resolved
    ? conditions
    : setCondition(conditions, {
        type: 'ResolvedRefs',
        status: 'True',
        reason: 'ResolvedRefs',
        message,
      });
  return attachment.reason === 'NoMatchingListenerHostname'
    ? setCondition(complete, noHostname(route))
    : complete;
}

function acceptedCondition(route: ManifestObject, { reason }: RouteAttachment): PredictedCondition {
  switch (reason) {
    case 'NoMatchingParent':
      return refused(reason, 'No listeners match this parent ref');
    case 'NotAllowedByListeners':
      return refused(reason, 'No listeners included by this parent ref allowed this attachment.');
    case 'NoMatchingListenerHostname':
    case undefined:
      return { type: 'Accepted', status: 'True', reason: 'Accepted', message: 'Route is accepted' };
    default:
      return reason satisfies never;
  }
}

function refused(reason: string, message: string): PredictedCondition {
  return { type: 'Accepted', status: 'False', reason, message };
}

function noHostname({ kind }: ManifestObject): PredictedCondition {
  return refused(
    'NoMatchingListenerHostname',
    `There were no hostname intersections between the ${kind} and this parent ref's Listener(s).`,
  );
}

/** One condition for each type: reasons sorted and each once, messages one a line. */
function errorConditions(
  route: ManifestObject,
  errors: readonly RouteError[],
): readonly PredictedCondition[] {
  const types = [...new Set(errors.map(({ type }) => type))];
  return types.map((type) => {
    const own = errors.filter((error) => error.type === type);
    const isBare = own.length === 1 && !isLayer7(route);
    return {
      type,
      status: 'False' as const,
      reason: [...new Set(own.map(({ reason }) => reason))].sort().join(','),
      message: own.map(({ message }) => (isBare ? message : conditionMessage(message))).join('\n'),
    };
  });
}
