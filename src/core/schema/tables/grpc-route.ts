import { grpcMethodRules } from '../rules/grpc-route-rules.ts';
import {
  filterFieldRules,
  filterOnce,
  matchesInAll,
  ruleNamesUnique,
} from '../rules/route-rules.ts';
import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { parentRefs } from './http-route.ts';
import { atomic, choice, listMap, obj, rulesWhen, str, text, when } from './notation.ts';
import { headerModifier, requestMirror, sessionPersistence } from './route-filters.ts';
import {
  backendRef,
  headerName,
  hostname,
  localObjectReference,
  routeStatus,
  sectionName,
} from './shared-types.ts';

const OWNERS = [
  ['requestHeaderModifier', 'RequestHeaderModifier'],
  ['responseHeaderModifier', 'ResponseHeaderModifier'],
  ['requestMirror', 'RequestMirror'],
  ['extensionRef', 'ExtensionRef'],
] as const;
const matchType = choice(['Exact', 'RegularExpression'], 'Exact');

/** GRPCRoute v1. Source: `apis/v1/grpcroute_types.go`. */
export function grpcRoute(edition: Edition): StructuralSchema {
  return obj({
    'spec!': obj({
      hostnames: atomic(hostname, { maxItems: 16 }),
      parentRefs: parentRefs(edition),
      rules: atomic(grpcRule(edition), {
        maxItems: 16,
        rules: [matchesInAll, ...rulesWhen(edition.experimental, [ruleNamesUnique])],
      }),
      ...when(edition.has('1.4'), { useDefaultGateways: choice(['All', 'None']) }),
    }),
    status: routeStatus,
  });
}

function grpcRule(edition: Edition): StructuralSchema {
  const filters = grpcFilters(edition);
  const header = obj({ 'name!': headerName, type: matchType, 'value!': text(1, 4096) });
  const method = obj(
    { method: str({ maxLength: 1024 }), service: str({ maxLength: 1024 }), type: matchType },
    { rules: grpcMethodRules },
  );
  const match = obj({ headers: listMap('name', header, { maxItems: 16 }), method });
  return obj({
    backendRefs: atomic(backendRef({ filters }), { maxItems: 16 }),
    filters,
    matches: atomic(match, { maxItems: 64 }),
    ...when(edition.has('1.3', '1.4'), { name: sectionName }),
    ...when(edition.experimental, { sessionPersistence: sessionPersistence(edition) }),
  });
}

function grpcFilters(edition: Edition): StructuralSchema {
  const filter = obj(
    {
      extensionRef: localObjectReference,
      requestHeaderModifier: headerModifier(edition),
      requestMirror,
      responseHeaderModifier: headerModifier(edition),
      'type!': choice([
        'ResponseHeaderModifier',
        'RequestHeaderModifier',
        'RequestMirror',
        'ExtensionRef',
      ]),
    },
    { rules: OWNERS.flatMap(([field, type]) => filterFieldRules(field, type)) },
  );
  const rules = ['RequestHeaderModifier', 'ResponseHeaderModifier'].map(filterOnce);
  return atomic(filter, { maxItems: 16, rules });
}
