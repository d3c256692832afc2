import { itemsAt, stringAt, valueAt, type RouteAttachment } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { PredictedCondition } from '../status.ts';
import { setCondition } from './conditions.ts';
import type { EnvoyGatewayState, RuleOutcome } from './types.ts';
import { conditionMessage, type RouteReason } from './refusal.ts';

const L7 = ['HTTPRoute', 'GRPCRoute'];

/** One error of a route, sorted to the condition that tells it. */
interface RouteError {
  /** HTTPRoute and GRPCRoute: made a sentence. */
  readonly isSentence: boolean;
  readonly type: 'ResolvedRefs' | 'BackendsAvailable';
  readonly reason: RouteReason;
  readonly message: string;
}

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
  const errors = L7.includes(route.kind)
    ? rules.flatMap((rule, index) => ruleErrors(rule, index))
    : streamErrors(gateway, route, attachment, rules);
  const conditions = errorConditions(errors).reduce(setCondition, [accepted]);
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

/** HTTPRoute and GRPCRoute say which rule and backendRef. */
function ruleErrors(
  { backends, resolverNotAlone, response }: RuleOutcome,
  at: number,
): RouteError[] {
  const errors = backends.flatMap(({ refusal, index }): RouteError[] => {
    if (refusal === undefined) return [];
    const { reason, message } = refusal;
    return reason === 'EndpointsNotFound'
      ? [
          {
            isSentence: true,
            type: 'BackendsAvailable',
            reason,
            message: `failed to find endpoints: ${message}`,
          },
        ]
      : [
          {
            isSentence: true,
            type: 'ResolvedRefs',
            reason,
            message: `failed to process route rule ${at} backendRef ${index}: ${message}`,
          },
        ];
  });
  const isWhole = resolverNotAlone && response === 500 && errors.length < backends.length;
  const message = `failed to process route rule ${at}: dynamic resolver is not supported for multiple backendRefs`;
  return isWhole
    ? [...errors, { isSentence: true, type: 'ResolvedRefs', reason: 'InvalidBackendRef', message }]
    : errors;
}

/** TCPRoute, TLSRoute and UDPRoute give the bare error. */
function streamErrors(
  gateway: ManifestObject,
  route: ManifestObject,
  attachment: RouteAttachment,
  rules: readonly RuleOutcome[],
): RouteError[] {
  const backends = rules.flatMap((rule) => rule.backends);
  const errors = backends.flatMap(({ refusal }): RouteError[] =>
    refusal === undefined ? [] : [{ ...refusal, isSentence: false, type: 'ResolvedRefs' }],
  );
  const used = backends.filter(({ refusal, weight }) => refusal === undefined && weight > 0);
  if (route.kind !== 'TLSRoute' || !used.some(({ dynamicResolver }) => dynamicResolver))
    return errors;
  if (used.length > 1) {
    const message = 'dynamic resolver is not supported for multiple backendRefs';
    return [
      ...errors,
      { isSentence: false, type: 'ResolvedRefs', reason: 'InvalidBackendRef', message },
    ];
  }
  const terminates = attachment.listeners.some(
    ({ listener }) =>
      stringAt(valueAt(gateway.value, ['spec', 'listeners', listener.index]), ['tls', 'mode']) !==
      'Passthrough',
  );
  const message = 'Dynamic resolver backend is only supported with TLS passthrough listeners';
  return terminates
    ? [{ isSentence: false, type: 'ResolvedRefs', reason: 'UnsupportedValue', message }]
    : errors;
}

/** One condition for each type: reasons sorted and each once, messages one a line. */
function errorConditions(errors: readonly RouteError[]): readonly PredictedCondition[] {
  const types = [...new Set(errors.map(({ type }) => type))];
  return types.map((type) => {
    const own = errors.filter((error) => error.type === type);
    return {
      type,
      status: 'False' as const,
      reason: [...new Set(own.map(({ reason }) => reason))].sort().join(','),
      message: own
        .map(({ isSentence, message }) => (isSentence ? conditionMessage(message) : message))
        .join('\n'),
    };
  });
}
