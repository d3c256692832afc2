import type { JsonObject } from '../../manifest/types.ts';
import type { ValidationRule } from '../types.ts';
import { withinDuration } from './go-duration.ts';
import {
  has,
  listRule,
  objectAt,
  objectRule,
  objectsOf,
  sizeOf,
  textAt,
  textsRule,
} from './rule.ts';

const SOURCE = 'gateway-api apis/v1/httproute_types.go';
const PATH_TEXT = "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$";
const PATH = new RegExp(PATH_TEXT);

/** `spec.rules[]` (v0.8). */
export const redirectWithoutBackends = objectRule(
  'redirectWithoutBackends',
  'RequestRedirect filter must not be used together with backendRefs',
  `${SOURCE} HTTPRouteRule (v0.8)`,
  (it) =>
    sizeOf(it.backendRefs) === 0 ||
    objectsOf(it.filters).every((filter) => !has(filter, 'requestRedirect')),
);

function replacesPrefix(filter: JsonObject, field: string): boolean {
  const path = objectAt(objectAt(filter, field), 'path');
  return path.type === 'ReplacePrefixMatch' && has(path, 'replacePrefixMatch');
}

/** CEL's `exists_one`: with two such filters the rule does not apply. */
const exactlyOne = <T>(items: readonly T[], test: (item: T) => boolean): boolean =>
  items.filter(test).length === 1;

function onePrefixMatch(it: JsonObject): boolean {
  const matches = objectsOf(it.matches);
  return matches.length === 1 && objectAt(matches[0] ?? {}, 'path').type === 'PathPrefix';
}

/** `spec.rules[]` (v0.8): replacing a prefix needs one match that has one; on the rule and inside backendRefs. */
export const prefixReplacementRules: readonly ValidationRule[] = [
  prefixRule('When', 'RequestRedirect', 'requestRedirect', false),
  prefixRule('When', 'URLRewrite', 'urlRewrite', false),
  prefixRule('Within backendRefs, when', 'RequestRedirect', 'requestRedirect', true),
  prefixRule('Within backendRefs, When', 'URLRewrite', 'urlRewrite', true),
];

function prefixRule(lead: string, type: string, field: string, inBackends: boolean) {
  const among = (filters: JsonObject['filters']) =>
    exactlyOne(objectsOf(filters), (filter) => replacesPrefix(filter, field));
  return objectRule(
    `${field}PrefixMatch${inBackends ? 'InBackendRefs' : ''}`,
    `${lead} using ${type} filter with path.replacePrefixMatch, exactly one PathPrefix match must be specified`,
    `${SOURCE} HTTPRouteRule (v0.8)`,
    (it) => {
      const applies = inBackends
        ? exactlyOne(objectsOf(it.backendRefs), ({ filters }) => among(filters ?? null))
        : among(it.filters ?? null);
      return !applies || onePrefixMatch(it);
    },
  );
}

/** `filters` (v0.8). */
export const redirectOrRewrite = listRule(
  'redirectOrRewrite',
  'May specify either httpRouteFilterRequestRedirect or httpRouteFilterRequestRewrite, but not both',
  `${SOURCE} HTTPRouteRule.filters (v0.8)`,
  (filters) =>
    !['RequestRedirect', 'URLRewrite'].every((type) => filters.some((one) => one.type === type)),
);

/** `cors.allow…` (v1.5): the wildcard stands alone. */
export function wildcardAlone(field: string, others: string): ValidationRule {
  return textsRule(
    `${field}WildcardAlone`,
    `${field} cannot contain '*' alongside other ${others}`,
    `${SOURCE} HTTPCORSFilter (v1.5)`,
    (values) => !values.includes('*') || values.length <= 1,
  );
}

/** A field that belongs to one value of another: required with it, refused without it. */
function pairRules(
  owner: string,
  field: string,
  key: string,
  value: string,
  source: string,
): readonly ValidationRule[] {
  return [
    objectRule(
      `${field}Present`,
      `${field} must be specified when ${owner} is set to '${value}'`,
      source,
      (it) => it[key] !== value || has(it, field),
    ),
    objectRule(
      `${field}NeedsIts${key}`,
      `${key} must be '${value}' when ${field} is set`,
      source,
      (it) => !has(it, field) || it[key] === value,
    ),
  ];
}

/** `path` of requestRedirect and urlRewrite (v0.8). */
export const pathModifierRules = ['ReplaceFullPath', 'ReplacePrefixMatch'].flatMap((type) => {
  const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
  return pairRules('type', field, 'type', type, `${SOURCE} HTTPPathModifier (v0.8)`);
});

/** `externalAuth` (experimental, v1.4). */
export const externalAuthRules = ['GRPC', 'HTTP'].flatMap((protocol) =>
  pairRules(
    'protocol',
    protocol.toLowerCase(),
    'protocol',
    protocol,
    `${SOURCE} HTTPExternalAuthFilter (v1.4)`,
  ),
);

const LITERAL_TYPES = ['Exact', 'PathPrefix'];

function pathRule(id: string, message: string, test: (path: string) => boolean): ValidationRule {
  return objectRule(
    id,
    message,
    `${SOURCE} HTTPPathMatch (v0.8)`,
    (it) => !LITERAL_TYPES.includes(textAt(it, 'type')) || test(textAt(it, 'value')),
  );
}

const WHEN_LITERAL = "when type one of ['Exact', 'PathPrefix']";
const without = (part: string) =>
  pathRule(
    `pathWithout ${part}`,
    `must not contain '${part}' ${WHEN_LITERAL}`,
    (path) => !path.includes(part),
  );
const notAtEnd = (part: string) =>
  pathRule(
    `pathNotEnding ${part}`,
    `must not end with '${part}' ${WHEN_LITERAL}`,
    (path) => !path.endsWith(part),
  );

/** `matches[].path` (v0.8). */
export const pathMatchRules: readonly ValidationRule[] = [
  pathRule(
    'pathAbsolute',
    `value must be an absolute path and start with '/' ${WHEN_LITERAL}`,
    (path) => path.startsWith('/'),
  ),
  ...['//', '/./', '/../', '%2f', '%2F', '#'].map(without),
  ...['/..', '/.'].map(notAtEnd),
  objectRule(
    'pathTypeKnown',
    "type must be one of ['Exact', 'PathPrefix', 'RegularExpression']",
    `${SOURCE} HTTPPathMatch (v0.8)`,
    (it) => [...LITERAL_TYPES, 'RegularExpression'].includes(textAt(it, 'type')),
  ),
  pathRule(
    'pathCharacters',
    `must only contain valid characters (matching ${PATH_TEXT}) for types ['Exact', 'PathPrefix']`,
    (path) => PATH.test(path),
  ),
];

/** `timeouts` (v1.0; standard since v1.2). */
export const backendTimeoutWithinRequest = objectRule(
  'backendTimeoutWithinRequest',
  'backendRequest timeout cannot be longer than request timeout',
  `${SOURCE} HTTPRouteTimeouts (v1.0)`,
  (it) => {
    if (!has(it, 'request') || !has(it, 'backendRequest')) return true;
    return withinDuration(textAt(it, 'backendRequest'), textAt(it, 'request'));
  },
);
