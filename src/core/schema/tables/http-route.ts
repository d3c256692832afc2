import {
  backendTimeoutWithinRequest,
  pathMatchRules,
  prefixReplacementRules,
  redirectWithoutBackends,
} from '../rules/http-route-rules.ts';
import { parentRefRules } from '../rules/parent-ref-rules.ts';
import { matchesInAll, ruleNamesUnique } from '../rules/route-rules.ts';
import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { httpFilters, METHODS } from './http-filters.ts';
import {
  atomic,
  choice,
  listMap,
  obj,
  rulesWhen,
  set,
  str,
  text,
  when,
  withDefault,
} from './notation.ts';
import { headerValue, sessionPersistence } from './route-filters.ts';
import {
  backendRef,
  duration,
  headerName,
  hostname,
  parentReference,
  routeStatus,
  sectionName,
} from './shared-types.ts';

const ROOT_PATH = { type: 'PathPrefix', value: '/' };
const matchType = choice(['Exact', 'RegularExpression'], 'Exact');

/** HTTPRoute v1 and v1beta1. Source: `apis/v1/httproute_types.go`. */
export function httpRoute(edition: Edition): StructuralSchema {
  return obj({
    'spec!': obj({
      hostnames: atomic(hostname, { maxItems: 16 }),
      parentRefs: parentRefs(edition),
      rules: atomic(httpRule(edition), {
        ...(edition.since('1.5') && { minItems: 1 }),
        maxItems: 16,
        default: [{ matches: [{ path: ROOT_PATH }] }],
        rules: [matchesInAll, ...rulesWhen(edition.experimental, [ruleNamesUnique])],
      }),
      ...when(edition.has('1.4'), { useDefaultGateways: choice(['All', 'None']) }),
    }),
    status: routeStatus,
  });
}

/** `spec.parentRefs` of every route. */
export function parentRefs(edition: Edition): StructuralSchema {
  return atomic(parentReference, {
    maxItems: 32,
    rules: parentRefRules(edition.experimental),
  });
}

function httpRule(edition: Edition): StructuralSchema {
  const filters = httpFilters(edition);
  const retry = obj({
    attempts: { type: 'integer', ...(edition.since('1.6') && { minimum: 1 }) },
    backoff: duration,
    codes: (edition.since('1.6') ? set : atomic)({ type: 'integer', minimum: 400, maximum: 599 }),
  });
  return obj(
    {
      backendRefs: atomic(backendRef({ filters }), { maxItems: 16 }),
      filters,
      matches: atomic(match(edition), { maxItems: 64, default: [{ path: ROOT_PATH }] }),
      ...when(edition.has('1.3', '1.4'), { name: sectionName }),
      ...when(edition.experimental, { retry, sessionPersistence: sessionPersistence(edition) }),
      timeouts: obj(
        { backendRequest: duration, request: duration },
        { rules: [backendTimeoutWithinRequest] },
      ),
    },
    { rules: [redirectWithoutBackends, ...prefixReplacementRules] },
  );
}

function match(edition: Edition): StructuralSchema {
  const path = obj(
    {
      type: choice(['Exact', 'PathPrefix', 'RegularExpression'], 'PathPrefix'),
      value: str({ maxLength: 1024, default: '/' }),
    },
    { rules: pathMatchRules },
  );
  const header = obj({ 'name!': headerName, type: matchType, 'value!': headerValue(edition) });
  const query = obj({ 'name!': headerName, type: matchType, 'value!': text(1, 1024) });
  return obj({
    headers: listMap('name', header, { maxItems: 16 }),
    method: choice(METHODS),
    path: withDefault(path, ROOT_PATH),
    queryParams: listMap('name', query, { maxItems: 16 }),
  });
}
