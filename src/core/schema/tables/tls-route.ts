import { ruleNamesUnique } from '../rules/route-rules.ts';
import { tlsHostnameRules } from '../rules/tls-route-rules.ts';
import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { parentRefs } from './http-route.ts';
import { atomic, choice, obj, rulesWhen, when } from './notation.ts';
import { backendRef, hostname, routeStatus, sectionName } from './shared-types.ts';

/** TLSRoute v1 and v1alpha3: one rule, hostnames required. Source: `apis/v1/tlsroute_types.go` (v1.5). */
export function tlsRoute(edition: Edition): StructuralSchema {
  const hostnames = { minItems: 1, maxItems: hostnameLimit(edition), rules: tlsHostnameRules };
  return schema(edition, { 'hostnames!': atomic(hostname, hostnames) }, { maxItems: 1, rules: [] });
}

/** TLSRoute v1alpha2: several rules, hostnames optional. Source: `apis/v1alpha2/tlsroute_types.go`. */
export function tlsRouteV1alpha2(edition: Edition): StructuralSchema {
  const rules = rulesWhen(edition.experimental, [ruleNamesUnique]);
  const hostnames = atomic(hostname, { maxItems: hostnameLimit(edition) });
  return schema(edition, { hostnames }, { maxItems: 16, rules });
}

/** 16 names until v1.4, 1024 since v1.5. */
function hostnameLimit(edition: Edition): number {
  return edition.since('1.5') ? 1024 : 16;
}

function schema(
  edition: Edition,
  hostnames: Parameters<typeof obj>[0],
  extra: { readonly maxItems: number; readonly rules: ReturnType<typeof rulesWhen> },
): StructuralSchema {
  const rule = obj({
    'backendRefs!': atomic(backendRef(), { minItems: 1, maxItems: 16 }),
    ...when(edition.has('1.3', '1.4'), { name: sectionName }),
  });
  return obj({
    'spec!': obj({
      ...hostnames,
      parentRefs: parentRefs(edition),
      'rules!': atomic(rule, { minItems: 1, ...extra }),
      ...when(edition.has('1.4'), { useDefaultGateways: choice(['All', 'None']) }),
    }),
    status: routeStatus,
  });
}
