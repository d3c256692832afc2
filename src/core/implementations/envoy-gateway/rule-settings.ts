import { itemsAt, valueAt, type Reference } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { checkFilters, type FilterOutcome } from './filters/check-filters.ts';
import { notAccepted } from './filters/filter-error.ts';
import { matchError } from './filters/match-error.ts';
import type { Refusal } from './refusal.ts';
import { isLayer7 } from './route-errors.ts';
import type { EnvoyGatewayState, RuleOutcome } from './types.ts';

type RuleSettings = Pick<RuleOutcome, 'errors' | 'mirrors' | 'response' | 'answeredBy' | 'dropped'>;

/**
 * What filters and matches make of a rule before its backends are looked at. A filter that fails answers 500; a
 * match that fails leaves the rule out.
 */
export function ruleSettings(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
  route: ManifestObject,
  ruleIndex: number,
): RuleSettings {
  const path = ['spec', 'rules', ruleIndex];
  const { errors, mirrors, response } = filtersOf(state, gateway, route, path);
  const fatal = errors.filter(({ type }) => type !== 'BackendsAvailable');
  const rule = valueAt(route.value, path);
  const mismatch = isJudged(state, route) ? matchError(rule) : null;
  const dropped = `failed to process route rule ${ruleIndex}: ${mismatch ?? ''}`;
  const own = 'An HTTPRouteFilter answers every request of the rule itself.';
  return {
    mirrors,
    errors: mismatch === null ? errors : [...errors, notAccepted(dropped)],
    ...(mismatch !== null && { dropped }),
    ...(fatal.length > 0
      ? { response: 500, answeredBy: fatal.map(({ message }) => message).join('\n') }
      : response !== undefined && { response, answeredBy: own }),
  };
}

/** What the filters of a backendRef have against it. */
export function filterRefusal(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
  route: ManifestObject,
  { from }: Reference,
): Refusal | null {
  const { errors } = filtersOf(state, gateway, route, from.path);
  if (errors.length === 0) return null;
  const message = errors.map((error) => error.message).join('\n');
  const at = { objectId: route.id, path: [...from.path, 'filters'] };
  return { reason: 'InvalidBackendFilters', message, at };
}

function filtersOf(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
  route: ManifestObject,
  path: FieldPath,
): FilterOutcome {
  const filters = itemsAt(valueAt(route.value, path), ['filters']);
  if (!isJudged(state, route) || filters.length === 0) return { errors: [], mirrors: [] };
  return checkFilters({ state, gateway, route, path: [...path, 'filters'] }, filters);
}

function isJudged({ context }: EnvoyGatewayState, route: ManifestObject): boolean {
  return isLayer7(route) && context.traits.tellsRuleErrors;
}
