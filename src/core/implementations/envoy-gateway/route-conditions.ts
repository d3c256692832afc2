import { itemsAt, type RouteAttachment } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { PredictedCondition } from '../status.ts';
import { setCondition } from './conditions.ts';
import { joinErrors } from './filters/filter-error.ts';
import { isReadyListener, NO_READY_LISTENERS } from './is-ready-listener.ts';
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
  const accepted = acceptedCondition(state, attachment);
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
  const isRefused = complete.some(({ type, status }) => type === 'Accepted' && status === 'False');
  return attachment.reason === 'NoMatchingListenerHostname' &&
    !(isRefused && route.kind === 'GRPCRoute')
    ? setCondition(complete, noHostname(route))
    : complete;
}

const ACCEPTED: PredictedCondition = {
  type: 'Accepted',
  status: 'True',
  reason: 'Accepted',
  message: 'Route is accepted',
};

/** Host names are compared last, and what they say replaces the rest. */
function acceptedCondition(
  state: EnvoyGatewayState,
  { reason, allowed }: RouteAttachment,
): PredictedCondition {
  switch (reason) {
    case 'NoMatchingParent':
      return refused(reason, 'No listeners match this parent ref');
    case 'NotAllowedByListeners':
      return refused(reason, 'No listeners included by this parent ref allowed this attachment.');
    case 'NoMatchingListenerHostname':
    case undefined:
      return !state.context.traits.needsReadyListener ||
        allowed.some((listener) => isReadyListener(state, listener, 'missing'))
        ? ACCEPTED
        : refused(NO_READY_LISTENERS.reason, NO_READY_LISTENERS.message);
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

/**
 * One condition for each type. A route is refused when all of its rules are; else those are named as left out, and
 * the route is accepted even where no listener allows it.
 */
function errorConditions(
  route: ManifestObject,
  errors: readonly RouteError[],
): readonly PredictedCondition[] {
  const count = itemsAt(route.value, ['spec', 'rules']).length;
  return joinErrors(errors).flatMap(({ type, reason, message }): readonly PredictedCondition[] => {
    const text = isLayer7(route) ? conditionMessage(message) : message;
    if (type !== 'Accepted') return [{ type, status: 'False', reason, message: text }];
    const rules = [
      ...new Set(errors.flatMap(({ rule, ...one }) => (one.type === type ? [rule] : []))),
    ];
    if (rules.length === count) return [refused(reason, text)];
    const left = `Dropped Rule(s) [${rules.join(' ')}]: ${text}`;
    return [{ type: 'PartiallyInvalid', status: 'True', reason, message: left }, ACCEPTED];
  });
}
