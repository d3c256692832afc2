import { numberAt, valueAt, type Reference } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { backendTls } from './backend-tls.ts';
import { isDynamicResolver } from './check-backend.ts';
import { checkBackendRef } from './check-backend-ref.ts';
import { checkDestination } from './check-destination.ts';
import type { BackendOutcome, EnvoyGatewayState, RuleOutcome } from './types.ts';
import { filterRefusal, ruleSettings } from './rule-settings.ts';
import { selectPolicy } from './select-policy.ts';

/**
 * Works out filters, matches and all backendRefs of a rule. A backendRef that fails keeps its weight and answers
 * 500; when none is left the whole rule does, or 503 when only endpoints are missing.
 *
 * @see internal/gatewayapi/route.go `processHTTPRouteRules`
 */
export function ruleOutcome(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
  route: ManifestObject,
  ruleIndex: number,
  references: readonly Reference[],
): RuleOutcome {
  const backends = references.map((reference) => backendOutcome(state, gateway, route, reference));
  const used = backends.filter(({ weight }) => weight > 0);
  const own = ruleSettings(state, gateway, route, ruleIndex);
  // Only HTTPRoutes are refused for it; a resolver that is refused itself does not count.
  const resolverNotAlone =
    route.kind === 'HTTPRoute' &&
    own.response !== 500 &&
    used.some(({ dynamicResolver, refusal }) => dynamicResolver && refusal === undefined) &&
    references.length > 1;
  const response = own.response ?? responseOf(used, resolverNotAlone);
  return {
    ...own,
    backends,
    resolverNotAlone,
    sniFromRequest: takesSniFromRequest(state, route, used),
    ...(response === undefined ? {} : { response }),
  };
}

function responseOf(used: readonly BackendOutcome[], notAlone: boolean): number | undefined {
  if (used.some(({ refusal }) => refusal === undefined)) return notAlone ? 500 : undefined;
  const reasons = used.map(({ refusal }) => refusal?.reason);
  return reasons.length > 0 && reasons.every((reason) => reason === 'EndpointsNotFound')
    ? 503
    : 500;
}

/** One option of the cluster: all backends must use TLS, and none may have an SNI written. */
function takesSniFromRequest(
  { context }: EnvoyGatewayState,
  route: ManifestObject,
  used: readonly BackendOutcome[],
): boolean {
  if (route.kind !== 'HTTPRoute' && route.kind !== 'GRPCRoute') return false;
  const valid = used.filter(({ refusal }) => refusal === undefined);
  return (
    context.traits.backendSni &&
    valid.every(({ tls }) => tls !== undefined && tls !== null && tls.validation.sni === undefined)
  );
}

/** One backendRef, of a rule or of a RequestMirror filter. */
export function backendOutcome(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
  route: ManifestObject,
  reference: Reference,
): BackendOutcome {
  const { context } = state;
  const value = valueAt(route.value, reference.from.path);
  const index = Number(reference.from.path.at(-1));
  const weight = numberAt(value, ['weight']) ?? 1;
  const base = { reference, index, weight, policyReached: false, dynamicResolver: false };
  const checked = checkBackendRef(context, route, reference);
  if (!checked.ok) return { ...base, appProtocols: [], refusal: checked.refusal };
  const { backend, appProtocols, sectionName } = checked;
  const found = { ...base, backend, appProtocols, dynamicResolver: isDynamicResolver(backend) };
  if (weight === 0) return found;
  const policy = selectPolicy(context, reference, sectionName);
  const validation = policy === undefined ? null : state.policy(policy.policyId);
  const level = state.gatewayLevel(gateway);
  const { policyReached, settings } = backendTls(
    context,
    backend,
    validation,
    level,
    reference.from,
  );
  const selected = { ...found, policyReached, ...(policy === undefined ? {} : { policy }) };
  if (!settings.ok) {
    const { message, at } = settings;
    return { ...selected, refusal: { reason: 'InvalidBackendTLS', message, at } };
  }
  const filters = filterRefusal(state, gateway, route, reference);
  const destination = checkDestination(context, gateway, route, reference, backend);
  const refusal = backend.kind === 'Backend' ? (filters ?? destination) : (destination ?? filters);
  return refusal === null ? { ...selected, tls: settings.value } : { ...selected, refusal };
}
