import type { JsonObject } from '../../manifest/types.ts';
import type { ValidationRule } from '../types.ts';
import { has, listRule, objectAt, objectRule, sizeOf } from './rule.ts';

const SOURCE = 'gateway-api apis/v1/httproute_types.go';

/** `spec.rules` of HTTPRoute and GRPCRoute (v1.0). */
export const matchesInAll = listRule(
  'matchesInAll',
  'While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules in a route must be less than 128',
  `${SOURCE} HTTPRouteSpec.rules (v1.0)`,
  (rules) => rules.reduce((sum, rule) => sum + sizeOf(rule.matches), 0) <= 128,
);

/** `spec.rules` of every route, experimental channel (v1.2). */
export const ruleNamesUnique = listRule(
  'ruleNamesUnique',
  'Rule name must be unique within the route',
  `${SOURCE} HTTPRouteSpec.rules (v1.2)`,
  (rules) => {
    const names = rules.filter((rule) => has(rule, 'name')).map((rule) => rule.name);
    return new Set(names).size === names.length;
  },
);

/** A filter's field belongs to its type: `filter.x` if and only if the type is X (v0.8). */
export function filterFieldRules(field: string, type: string): readonly ValidationRule[] {
  const source = `${SOURCE} HTTPRouteFilter.${field}`;
  return [
    objectRule(
      `${field}OnlyForType`,
      `filter.${field} must be nil if the filter.type is not ${type}`,
      source,
      (it) => !has(it, field) || it.type === type,
    ),
    objectRule(
      `${field}ForItsType`,
      `filter.${field} must be specified for ${type} filter.type`,
      source,
      (it) => has(it, field) || it.type !== type,
    ),
  ];
}

/** A filter of this type stands once in a list (v0.8). */
export function filterOnce(type: string): ValidationRule {
  return listRule(
    `${type}Once`,
    `${type} filter cannot be repeated`,
    `${SOURCE} HTTPRouteRule.filters`,
    (filters) => filters.filter((one) => one.type === type).length <= 1,
  );
}

/** `requestMirror` (v1.2): percent or fraction. */
export const percentOrFraction = objectRule(
  'percentOrFraction',
  'Only one of percent or fraction may be specified in HTTPRequestMirrorFilter',
  `${SOURCE} HTTPRequestMirrorFilter (v1.2)`,
  (it) => !(has(it, 'percent') && has(it, 'fraction')),
);

/** `requestMirror.fraction` (v1.2). */
export const fractionAtMostOne = objectRule(
  'fractionAtMostOne',
  'numerator must be less than or equal to denominator',
  'gateway-api apis/v1/shared_types.go Fraction (v1.2)',
  ({ numerator, denominator }) => Number(numerator) <= Number(denominator),
);

const cookieOf = (it: JsonObject): JsonObject => objectAt(it, 'cookieConfig');

/** `sessionPersistence` (experimental, v1.1). */
export const sessionPersistenceRules = [
  objectRule(
    'permanentCookieHasTimeout',
    'AbsoluteTimeout must be specified when cookie lifetimeType is Permanent',
    'gateway-api apis/v1/shared_types.go SessionPersistence (v1.1)',
    (it) => cookieOf(it).lifetimeType !== 'Permanent' || has(it, 'absoluteTimeout'),
  ),
  objectRule(
    'cookieConfigOnlyForCookie',
    'cookieConfig can only be set with type Cookie',
    'gateway-api apis/v1/shared_types.go SessionPersistence (v1.2)',
    (it) => !has(it, 'cookieConfig') || it.type === 'Cookie',
  ),
];
