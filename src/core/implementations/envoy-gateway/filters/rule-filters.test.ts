import { describe, expect, it } from 'vitest';
import { indexObjects, resolve, type Resolution } from '../../../gateway-api/index.ts';
import { objectsFrom } from '../../../gateway-api/objects.testing.ts';
import { predictEnvoyGatewayStatus } from '../predict-envoy-gateway-status.ts';
import { CLASS, policy, programmed, SERVICE_TARGET } from '../setup.testing.ts';

const OBJECTS = `${CLASS}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: eg, listeners: [{ name: http, port: 80, protocol: HTTP, hostname: "*.example" }] }
---
apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ name: https, port: 443 }] }`;

const GOOD = '{ backendRefs: [{ name: app, port: 443 }] }';
const MIRROR = '{ type: RequestMirror, requestMirror: { backendRef: { name: app, port: 443 } } }';
const HOST =
  '{ type: RequestHeaderModifier, requestHeaderModifier: { set: [{ name: Host, value: x }] } }';

const extension = (kind: string, name: string, group = 'gateway.envoyproxy.io'): string =>
  `{ type: ExtensionRef, extensionRef: { group: ${group}, kind: ${kind}, name: ${name} } }`;
const httpRouteFilter = (name: string, spec: string): string =>
  `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: HTTPRouteFilter
metadata: { name: ${name} }
spec: { ${spec} }`;
const withFilters = (...filters: readonly string[]): string =>
  `{ filters: [${filters.join(', ')}], backendRefs: [{ name: app, port: 443 }] }`;

function resolution(
  rules: readonly string[],
  more: readonly string[] = [],
  host = 'a.example',
): Resolution {
  const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec: { hostnames: [${host}], parentRefs: [{ name: gw }], rules: [${rules.join(', ')}] }`;
  return resolve(indexObjects(objectsFrom([OBJECTS, route, ...more].join('\n---\n'))), {
    overrides: {},
  });
}

/** Conditions of the route, without those that say that all is well. */
function conditions(found: Resolution, version = '1.9'): readonly string[] {
  const own = predictEnvoyGatewayStatus(found, version).find(
    ({ objectId }) => found.index.byId.get(objectId)?.kind === 'HTTPRoute',
  );
  return (own?.conditions ?? [])
    .map(({ type, status, reason, message }) => `${type}=${status}/${reason}: ${message}`)
    .filter((text) => !/^(?:Accepted=True\/Accepted|ResolvedRefs=True\/ResolvedRefs): /.test(text));
}

const REGEX = (pattern: string): string =>
  `urlRewrite: { path: { type: ReplaceRegexMatch, replaceRegexMatch: { pattern: "${pattern}", substitution: /b } } }`;

const NO_HEADER =
  'RequestHeaderModifier Filter did not provide valid configuration to add/set/remove any headers.';

describe('a rule of an HTTPRoute', () => {
  it.each<readonly [string, string, readonly string[], string]>([
    [
      'cannot set Host alone',
      withFilters(HOST),
      [],
      `Accepted=False/UnsupportedValue: ${NO_HEADER}`,
    ],
    [
      'leaves Host out beside other headers',
      withFilters(
        '{ type: ResponseHeaderModifier, responseHeaderModifier: { add: [{ name: host, value: x }, { name: a, value: b }] } }',
      ),
      [],
      "Accepted=False/UnsupportedValue: Header: \"host\". The ResponseHeaderModifier filter cannot set the Host header or headers with a '/' or ':' character in them.",
    ],
    [
      'cannot mirror and redirect',
      withFilters(MIRROR, '{ type: RequestRedirect, requestRedirect: { statusCode: 301 } }'),
      [],
      'Accepted=False/IncompatibleFilters: RequestMirror filter cannot be used when the rule also configures a RequestRedirect filter.',
    ],
    [
      'cannot mirror and answer by itself',
      withFilters(MIRROR, extension('HTTPRouteFilter', 'own')),
      [httpRouteFilter('own', 'directResponse: { statusCode: 200 }')],
      'Accepted=False/IncompatibleFilters: RequestMirror filter cannot be used when the rule also configures a DirectResponse filter.',
    ],
    [
      'does not find an HTTPRouteFilter',
      withFilters(extension('HTTPRouteFilter', 'gone')),
      [],
      'ResolvedRefs=False/UnsupportedValue: Unable to translate HTTPRouteFilter: default/gone.',
    ],
    [
      'knows no other kind of extension',
      withFilters(extension('Snippet', 'x', 'other.example')),
      [],
      'Accepted=False/UnsupportedValue: Invalid filter ExtensionRef: unknown kind other.example/Snippet.',
    ],
    [
      'knows no other type of filter',
      withFilters('{ type: ExternalAuth }'),
      [],
      'Accepted=False/UnsupportedValue: Invalid filter ExternalAuth: unsupported filter type ExternalAuth.',
    ],
    [
      'rewrites a path once',
      withFilters(
        '{ type: URLRewrite, urlRewrite: { path: { type: ReplaceFullPath, replaceFullPath: /a } } }',
        extension('HTTPRouteFilter', 'regex'),
      ),
      [httpRouteFilter('regex', REGEX('/a'))],
      'Accepted=False/UnsupportedValue: Cannot configure multiple urlRewrite filters for a single HTTPRouteRule.',
    ],
    [
      'does not find what it mirrors to',
      withFilters(MIRROR.replace('app', 'gone')),
      [],
      'ResolvedRefs=False/BackendNotFound: Failed to validate the RequestMirror filter: service default/gone not found.',
    ],
    [
      'has a filter of a backendRef',
      `{ backendRefs: [{ name: app, port: 443, filters: [${HOST}] }] }`,
      [],
      `ResolvedRefs=False/InvalidBackendFilters: Failed to process route rule 0 backendRef 0: ${NO_HEADER}`,
    ],
    [
      'has a pattern that Go does not take',
      '{ matches: [{ path: { type: RegularExpression, value: "/(?!admin).*" } }], backendRefs: [{ name: app, port: 443 }] }',
      [],
      'Accepted=False/UnsupportedValue: Failed to process route rule 0: regex "/(?!admin).*" is invalid: error parsing regexp: invalid or unsupported Perl syntax: `(?!`.',
    ],
    [
      'ends idle sessions',
      '{ sessionPersistence: { idleTimeout: 1h }, backendRefs: [{ name: app, port: 443 }] }',
      [],
      'Accepted=False/UnsupportedValue: Failed to process route rule 0: idle timeout is not supported in envoy gateway.',
    ],
  ])('%s', (_, rule, more, expected) => {
    expect(conditions(resolution([rule], more))).toEqual([expected]);
  });

  it('is left out alone when others are sound, and blocks its own connection', () => {
    const found = resolution([GOOD, withFilters(HOST), GOOD, withFilters(HOST)]);
    expect(conditions(found)).toEqual([
      `PartiallyInvalid=True/UnsupportedValue: Dropped Rule(s) [1 3]: ${NO_HEADER}\n${NO_HEADER}`,
    ]);
    const upstream = programmed(resolution([withFilters(HOST)])).upstream;
    expect(upstream).toMatchObject({ mode: 'blocked', blockedStatus: 500, reason: NO_HEADER });
  });

  it('keeps a sound list of filters, whatever it holds', () => {
    const cors = '{ type: CORS, cors: { allowOrigins: ["*"] } }';
    const found = resolution([withFilters(cors, MIRROR)]);
    expect(conditions(found)).toEqual([]);
    expect(programmed(found).upstream.mode).toBe('plaintext');
  });

  it('answers by itself with the status of an HTTPRouteFilter', () => {
    const own = httpRouteFilter('own', 'directResponse: { statusCode: 418 }');
    const found = resolution([withFilters(extension('HTTPRouteFilter', 'own'))], [own]);
    expect(conditions(found)).toEqual([]);
    expect(programmed(found).upstream).toMatchObject({ mode: 'blocked', blockedStatus: 418 });
  });

  it('tells of the host name before all else, and of nothing before 1.7', () => {
    expect(conditions(resolution([withFilters(HOST)], [], 'other.org'))).toEqual([
      "Accepted=False/NoMatchingListenerHostname: There were no hostname intersections between the HTTPRoute and this parent ref's Listener(s).",
    ]);
    expect(conditions(resolution([withFilters(HOST)]), '1.6')).toEqual([]);
  });
});

describe('a BackendTLSPolicy of a mirror', () => {
  const own = policy('tls', SERVICE_TARGET);
  const rule = `{ filters: [${MIRROR}], backendRefs: [{ name: other, port: 1 }] }`;

  it('gets a status, and its error stands without the filter', () => {
    const found = resolution([rule], [own]);
    const status = predictEnvoyGatewayStatus(found, '1.9').find(({ kind }) => kind === 'ancestor');
    expect(status?.conditions[0]).toMatchObject({ reason: 'NoValidCACertificate' });
    expect(conditions(found)[0]).toContain('Configmap ca not found in namespace default.\nFailed');
  });
});
