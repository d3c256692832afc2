import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../gateway-api/index.ts';
import { programmed, resolveYaml, service } from './setup.testing.ts';
import { ngfStatus } from './status/ngf-status.ts';

const REST = `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: nginx }
spec: { controllerName: gateway.nginx.org/nginx-gateway-controller }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: nginx, listeners: [{ name: http, port: 80, protocol: HTTP }] }`;
const BACKENDS = 'backendRefs: [{ name: app, port: 443 }]';
const GOOD = `{ ${BACKENDS} }`;
const CONNECT = `{ matches: [{ method: CONNECT }], ${BACKENDS} }`;
const SERVER = `{ filters: [{ type: ResponseHeaderModifier, responseHeaderModifier: { set: [{ name: Server, value: x }] } }], ${BACKENDS} }`;
const extension = (group: string, kind: string): string =>
  `{ filters: [{ type: ExtensionRef, extensionRef: { group: ${group}, kind: ${kind}, name: s } }], backendRefs: [{ name: gone, port: 1 }] }`;
const SNIPPETS = extension('gateway.nginx.org', 'SnippetsFilter');
const FILTER = `apiVersion: gateway.nginx.org/v1alpha1
kind: SnippetsFilter
metadata: { name: s }
spec: { snippets: [] }`;

function routed(rules: readonly string[], ...more: readonly string[]): Resolution {
  const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec: { parentRefs: [{ name: gw }], rules: [${rules.join(', ')}] }`;
  return resolveYaml(REST, route, service('app'), ...more);
}

/** Conditions of the route, without those that say that all is well. */
function conditions(resolution: Resolution, version = '2.7'): readonly string[] {
  return ngfStatus(resolution, version)
    .filter(({ kind }) => kind === 'parent')
    .flatMap((status) => status.conditions)
    .map(({ type, status, reason, message }) => `${type}=${status}/${reason}: ${message}`)
    .filter((text) => !/^(?:Accepted=True\/Accepted|ResolvedRefs=True\/ResolvedRefs): /.test(text));
}

const NO_CONNECT =
  'matches[0].method: Unsupported value: "CONNECT": supported values: "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"';
const NO_SERVER =
  'spec.rules[0].filters[0].ResponseHeaderModifier.set: Invalid value: {"name":"Server","value":"x"}: header name is not allowed';
const NOT_FOUND =
  'pec.rules[0].filters[0].extensionRef: Not found: {"group":"gateway.nginx.org","kind":"SnippetsFilter","name":"s"}';

describe('a route of NGINX Gateway Fabric', () => {
  it.each<readonly [string, readonly string[], string, readonly string[]]>([
    [
      'is refused when all rules are broken',
      [CONNECT],
      '2.7',
      [`Accepted=False/UnsupportedValue: All rules are invalid: spec.rules[0].${NO_CONNECT}`],
    ],
    [
      'lacks the broken rules when others are sound',
      [SERVER, GOOD, CONNECT],
      '2.7',
      [
        `PartiallyInvalid=True/UnsupportedValue: Dropped Rule(s): [${NO_SERVER}, spec.rules[2].${NO_CONNECT}]`,
      ],
    ],
    [
      'says what filter it does not find, and nothing of that rule’s backends',
      [SNIPPETS],
      '2.7',
      [`ResolvedRefs=False/InvalidFilter: S${NOT_FOUND}`],
    ],
    [
      'does so in small letters before 2.3',
      [SNIPPETS],
      '2.2',
      [`ResolvedRefs=False/InvalidFilter: s${NOT_FOUND}`],
    ],
    [
      'takes extensions of its own alone',
      [extension('x.example', 'Other'), GOOD],
      '2.3',
      [
        'PartiallyInvalid=True/UnsupportedValue: Dropped Rule(s): [spec.rules[0].filters[0].extensionRef: Unsupported value: "x.example": supported values: "gateway.nginx.org", spec.rules[0].filters[0].extensionRef: Unsupported value: "Other": supported values: "SnippetsFilter"]',
      ],
    ],
  ])('%s', (_, rules, version, expected) =>
    expect(conditions(routed(rules), version)).toEqual(expected),
  );

  it('is sound when the filter is there', () => {
    expect(
      conditions(routed([SNIPPETS.replace('gone, port: 1', 'app, port: 443')], FILTER)),
    ).toEqual([]);
  });
});

describe('the connection of a broken rule', () => {
  it.each([
    ['is not there when its match is broken', [CONNECT, GOOD], undefined],
    ['is not there when the whole route is refused', [SERVER], undefined],
    ['answers 500 when a filter is broken', [SERVER, GOOD], 500],
    ['answers 500 when a filter is not found', [SNIPPETS], 500],
  ])('%s', (_, rules, status) => {
    const { upstream } = programmed(routed(rules));
    expect([upstream.mode, upstream.blockedStatus]).toEqual(['blocked', status]);
  });
});
