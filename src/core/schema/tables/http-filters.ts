import {
  externalAuthRules,
  pathModifierRules,
  redirectOrRewrite,
  wildcardAlone,
} from '../rules/http-route-rules.ts';
import { filterFieldRules, filterOnce } from '../rules/route-rules.ts';
import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { atomic, bool, choice, int32, obj, set, str, text, when } from './notation.ts';
import { headerModifier, requestMirror } from './route-filters.ts';
import {
  backendObjectReference,
  headerName,
  localObjectReference,
  port,
  preciseHostname,
} from './shared-types.ts';

export const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
] as const;
const ORIGIN =
  '(^\\*$)|(^(http(s)?):\\/\\/(((\\*\\.)?([a-zA-Z0-9\\-]+\\.)*[a-zA-Z0-9-]+|\\*)(:([0-9]{1,5}))?)$)';
export const PATH_PATTERN = "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$";

const pathModifier = obj(
  {
    replaceFullPath: str({ maxLength: 1024 }),
    replacePrefixMatch: str({ maxLength: 1024 }),
    'type!': choice(['ReplaceFullPath', 'ReplacePrefixMatch']),
  },
  { rules: pathModifierRules },
);

const cors = obj({
  allowCredentials: bool,
  allowHeaders: set(headerName, {
    maxItems: 64,
    rules: [wildcardAlone('AllowHeaders', 'methods')],
  }),
  allowMethods: set(choice([...METHODS, '*']), {
    maxItems: 9,
    rules: [wildcardAlone('AllowMethods', 'methods')],
  }),
  allowOrigins: set(text(1, 253, ORIGIN), {
    maxItems: 64,
    rules: [wildcardAlone('AllowOrigins', 'origins')],
  }),
  exposeHeaders: set(headerName, { maxItems: 64 }),
  maxAge: int32(1, undefined, { default: 5 }),
});

const headerNames = set(str(), { maxItems: 64 });
const externalAuth = obj(
  {
    'backendRef!': backendObjectReference,
    forwardBody: obj({ maxSize: { type: 'integer' } }),
    grpc: obj({ allowedHeaders: headerNames }),
    http: obj({
      allowedHeaders: headerNames,
      allowedResponseHeaders: headerNames,
      path: str({ maxLength: 1024, pattern: PATH_PATTERN }),
    }),
    'protocol!': choice(['HTTP', 'GRPC']),
  },
  { rules: externalAuthRules },
);

/** Fields of a filter with the type each belongs to, in the order of the CRD's rules. */
const OWNERS = [
  ['cors', 'CORS'],
  ['requestHeaderModifier', 'RequestHeaderModifier'],
  ['responseHeaderModifier', 'ResponseHeaderModifier'],
  ['requestMirror', 'RequestMirror'],
  ['requestRedirect', 'RequestRedirect'],
  ['urlRewrite', 'URLRewrite'],
  ['extensionRef', 'ExtensionRef'],
  ['externalAuth', 'ExternalAuth'],
] as const;
const TYPES = [
  'RequestHeaderModifier',
  'ResponseHeaderModifier',
  'RequestMirror',
  'RequestRedirect',
  'URLRewrite',
  'ExtensionRef',
  'CORS',
  'ExternalAuth',
];
const ONCE = [
  'CORS',
  'RequestHeaderModifier',
  'ResponseHeaderModifier',
  'RequestRedirect',
  'URLRewrite',
];

/**
 * `filters` of an HTTPRoute's rules and backendRefs. Source: `apis/v1/httproute_types.go` HTTPRouteFilter. CORS is
 * experimental since v1.3 and standard since v1.5, external authorization experimental since v1.4.
 */
export function httpFilters(edition: Edition): StructuralSchema {
  const absent = [
    ...(edition.has('1.3', '1.5') ? [] : ['CORS']),
    ...(edition.has('1.4') ? [] : ['ExternalAuth']),
  ];
  const present = (type: string) => !absent.includes(type);
  const filter = obj(
    {
      ...when(present('CORS'), { cors }),
      extensionRef: localObjectReference,
      ...when(present('ExternalAuth'), { externalAuth }),
      requestHeaderModifier: headerModifier(edition),
      requestMirror,
      requestRedirect: obj({
        hostname: preciseHostname,
        path: pathModifier,
        port,
        scheme: choice(['http', 'https']),
        statusCode: choice(edition.has('1.3', '1.5') ? [301, 302, 303, 307, 308] : [301, 302], 302),
      }),
      responseHeaderModifier: headerModifier(edition),
      'type!': choice(TYPES.filter(present)),
      urlRewrite: obj({ hostname: preciseHostname, path: pathModifier }),
    },
    {
      rules: OWNERS.flatMap(([field, type]) =>
        present(type) ? filterFieldRules(field, type) : [],
      ),
    },
  );
  const rules = [redirectOrRewrite, ...ONCE.filter(present).map(filterOnce)];
  return atomic(filter, { maxItems: 16, rules });
}
