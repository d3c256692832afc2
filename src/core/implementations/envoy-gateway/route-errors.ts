import type { RouteAttachment } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { RuleOutcome } from './types.ts';

/** One error of a route, sorted to the condition that tells it. */
export interface RouteError {
  readonly type: 'Accepted' | 'ResolvedRefs' | 'BackendsAvailable';
  readonly reason: string;
  /** No capital, no full stop. */
  readonly message: string;
  /** The rule that is not accepted; the route still is while others are. */
  readonly rule?: number;
}

/** HTTPRoute and GRPCRoute: their errors say which rule and backendRef, and are always made sentences. */
export function isLayer7({ kind }: ManifestObject): boolean {
  return kind === 'HTTPRoute' || kind === 'GRPCRoute';
}

/**
 * Everything that stands against the rules of a route under one parentRef.
 *
 * @see internal/gatewayapi/route.go `processHTTPRouteRules`, `processTLSRouteParentRefs`
 */
export function routeErrors(
  route: ManifestObject,
  attachment: RouteAttachment,
  rules: readonly RuleOutcome[],
): readonly RouteError[] {
  return isLayer7(route)
    ? rules.flatMap((rule, index) => ruleErrors(rule, index))
    : streamErrors(route, attachment, rules);
}

function ruleErrors(
  { backends, resolverNotAlone, errors: own, dropped }: RuleOutcome,
  at: number,
): RouteError[] {
  const before = own.map((error) => ({ ...error, rule: at }));
  if (dropped !== undefined) return before;
  const errors = backends.flatMap(({ refusal, index }): RouteError[] => {
    if (refusal === undefined) return [];
    const { reason, message } = refusal;
    if (reason === 'EndpointsNotFound')
      return [
        { type: 'BackendsAvailable', reason, message: `failed to find endpoints: ${message}` },
      ];
    const place = `failed to process route rule ${at} backendRef ${index}`;
    return [{ type: 'ResolvedRefs', reason, message: `${place}: ${message}` }];
  });
  const message = `failed to process route rule ${at}: dynamic resolver is not supported for multiple backendRefs`;
  return resolverNotAlone
    ? [...before, ...errors, { type: 'ResolvedRefs', reason: 'InvalidBackendRef', message }]
    : [...before, ...errors];
}

/** TCPRoute, TLSRoute and UDPRoute name no place. A terminating listener's error hides all others. */
function streamErrors(
  route: ManifestObject,
  { listeners }: RouteAttachment,
  rules: readonly RuleOutcome[],
): RouteError[] {
  const backends = rules.flatMap((rule) => rule.backends);
  const errors = backends.flatMap(({ refusal }): RouteError[] =>
    refusal === undefined ? [] : [{ ...refusal, type: 'ResolvedRefs' }],
  );
  const used = backends.filter(({ refusal, weight }) => refusal === undefined && weight > 0);
  if (route.kind !== 'TLSRoute' || !used.some(({ dynamicResolver }) => dynamicResolver))
    return errors;
  if (listeners.some(({ listener }) => listener.tlsMode !== 'Passthrough')) {
    const message = 'Dynamic resolver backend is only supported with TLS passthrough listeners';
    return [{ type: 'ResolvedRefs', reason: 'UnsupportedValue', message }];
  }
  const message = 'dynamic resolver is not supported for multiple backendRefs';
  return used.length > 1
    ? [...errors, { type: 'ResolvedRefs', reason: 'InvalidBackendRef', message }]
    : errors;
}
