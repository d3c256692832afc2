import { describe, expect, it } from 'vitest';
import { indexObjects, resolve, type Resolution } from '../../../gateway-api/index.ts';
import { objectsFrom } from '../../../gateway-api/objects.testing.ts';
import { predictEnvoyGatewayStatus } from '../predict-envoy-gateway-status.ts';
import { CLASS, data, gateway, programmed } from '../setup.testing.ts';

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ port: 443 }] }`;

function resolution(filters: readonly string[], more: readonly string[] = []): Resolution {
  const refs = filters.map(
    (_, at) =>
      `{ type: ExtensionRef, extensionRef: { group: gateway.envoyproxy.io, kind: HTTPRouteFilter, name: f${at} } }`,
  );
  const documents = filters.map(
    (spec, at) => `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: HTTPRouteFilter
metadata: { name: f${at} }
spec: { ${spec} }`,
  );
  const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec: { parentRefs: [{ name: gw }], rules: [{ filters: [${refs.join(', ')}], backendRefs: [{ name: app, port: 443 }] }] }`;
  const all = [CLASS, gateway(), SERVICE, route, ...documents, ...more];
  return resolve(indexObjects(objectsFrom(all.join('\n---\n'))), { overrides: {} });
}

/** Conditions of the route, without those that say that all is well. */
function conditions(found: Resolution): readonly string[] {
  const own = predictEnvoyGatewayStatus(found, '1.9').find(
    ({ objectId }) => found.index.byId.get(objectId)?.kind === 'HTTPRoute',
  );
  return (own?.conditions ?? [])
    .filter(({ type, reason }) => type !== reason)
    .map(({ type, status, reason, message }) => `${type}=${status}/${reason}: ${message}`);
}

const regex = (pattern: string): string =>
  `urlRewrite: { path: { type: ReplaceRegexMatch, replaceRegexMatch: { pattern: '${pattern}', substitution: /b } } }`;
const credential = (reference: string): string =>
  `credentialInjection: { credential: { valueRef: { ${reference} } } }`;
const answer = (name: string): string =>
  `directResponse: { body: { type: ValueRef, valueRef: { group: "", kind: ConfigMap, name: ${name} } } }`;

const BAD = 'Accepted=False/UnsupportedValue: ';
const INVALID = `${BAD}Invalid filter HTTPRouteFilter: `;

describe('an HTTPRouteFilter', () => {
  it.each<readonly [string, readonly string[], string]>([
    [
      'that takes part of the path by a pattern Go does not know',
      [regex('^/(?!api)')],
      `${BAD}ReplaceRegexMatch must be a valid RE2 regular expression.`,
    ],
    [
      'that has no pattern',
      ['urlRewrite: { path: { type: ReplaceRegexMatch } }'],
      `${BAD}ReplaceRegexMatch Pattern must be set when rewrite path type is "ReplaceRegexMatch".`,
    ],
    [
      'that takes the host from a header it does not name',
      ['urlRewrite: { hostname: { type: Header } }'],
      `${BAD}Header must be set when rewrite path type is "Header".`,
    ],
    [
      'that rewrites the path once more',
      [regex('^/a'), regex('^/b')],
      `${BAD}Cannot configure multiple urlRewrite filters for a single HTTPRouteRule.`,
    ],
    [
      'that matches cookies beside another that does',
      ['matches: [{ cookies: [{ name: a, value: b }] }]', 'matches: [{ cookies: [] }]'],
      `${BAD}Only one HTTPRouteFilter with matches is supported per HTTPRouteRule.`,
    ],
    [
      'whose answer is in a ConfigMap that is not there',
      [answer('gone')],
      `${INVALID}can't find the referenced configmap default/gone.`,
    ],
    [
      'whose answer is in an empty ConfigMap',
      [answer('empty')],
      `${INVALID}can't find the key response.body in the referenced configmap default/empty.`,
    ],
    [
      'whose Secret is not there',
      [credential('name: gone')],
      `${INVALID}secret default/gone does not exist.`,
    ],
    [
      'whose Secret has another key',
      [credential('name: other')],
      `${INVALID}credential key credential not found in secret default/other.`,
    ],
    [
      'whose Secret is elsewhere',
      [credential('name: other, namespace: far')],
      `${INVALID}secret ref namespace must be unspecified/empty or default.`,
    ],
    [
      'whose Secret is a custom resource',
      [credential('name: other, group: example.org')],
      `${INVALID}secret ref group must be unspecified/empty.`,
    ],
    [
      'whose credential is in a Service',
      [credential('name: other, kind: Service')],
      `${INVALID}secret ref kind must be Secret.`,
    ],
    [
      'whose credential is in a ConfigMap',
      [credential('name: empty, kind: ConfigMap')],
      `${INVALID}secret default/empty does not exist.`,
    ],
  ])('%s is not accepted, and its rule answers 500', (_, filters, expected) => {
    const more = [data('Secret', 'other', { token: 'x' }), data('ConfigMap', 'empty', {})];
    const found = resolution(filters, more);
    expect(conditions(found)).toEqual([expected]);
    expect(programmed(found).upstream).toMatchObject({ mode: 'blocked', blockedStatus: 500 });
  });

  it.each<readonly [string, readonly string[]]>([
    ['pattern', [regex('^/api/(v\\d+)(?:/|$)')]],
    ['credential', [credential('name: own')]],
  ])('with a sound %s stands in no way', (_, filters) => {
    const found = resolution(filters, [data('Secret', 'own', { credential: 'Basic YTpi' })]);
    expect(conditions(found)).toEqual([]);
    expect(programmed(found).upstream.mode).toBe('plaintext');
  });

  it.each<readonly [string, readonly string[]]>([
    ['a long text', [`directResponse: { statusCode: 503, body: { inline: ${'a'.repeat(9000)} } }`]],
    ['a ConfigMap', [`${answer('page').slice(0, -2)}, statusCode: 503 }`]],
  ])('answers with %s', (_, filters) => {
    const found = resolution(filters, [data('ConfigMap', 'page', { html: 'x' })]);
    expect(conditions(found)).toEqual([]);
    expect(programmed(found).upstream).toMatchObject({ mode: 'blocked', blockedStatus: 503 });
  });
});

describe('host names that filters of the Gateway API write', () => {
  const filter = (type: string, field: string, hostname: string): Resolution => {
    const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec: { parentRefs: [{ name: gw }], rules: [{ filters: [{ type: ${type}, ${field}: { hostname: ${hostname} } }], backendRefs: [{ name: app, port: 443 }] }] }`;
    const all = [CLASS, gateway(), SERVICE, route].join('\n---\n');
    return resolve(indexObjects(objectsFrom(all)), { overrides: {} });
  };
  const long = 'a'.repeat(64);

  it.each([
    ['URLRewrite', 'urlRewrite', '10.0.0.1', 'Hostname: "10.0.0.1" cannot be an ip address.'],
    [
      'RequestRedirect',
      'requestRedirect',
      `${long}.org`,
      `Label: "${long}" in hostname "${long}.org" cannot exceed 63 characters.`,
    ],
  ])('%s', (type, field, hostname, expected) => {
    expect(conditions(filter(type, field, hostname))).toEqual([`${BAD}${expected}`]);
    expect(conditions(filter(type, field, 'fine.example'))).toEqual([]);
  });
});
