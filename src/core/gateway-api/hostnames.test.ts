import { describe, expect, it } from 'vitest';
import { exampleHostname, intersectHostnames } from './hostnames.ts';

describe('intersectHostnames', () => {
  // Gateway API v1.6.1, Listener.hostname and HTTPRoute.hostnames, and conformance HTTPRouteHostnameIntersection.
  it.each([
    [undefined, [], ['*']],
    [undefined, ['a.example'], ['a.example']],
    ['a.example', [], ['a.example']],
    ['a.example', ['a.example', 'b.example'], ['a.example']],
    [
      '*.example',
      ['a.example', 'a.b.example', 'example', 'other.test'],
      ['a.example', 'a.b.example'],
    ],
    ['very.specific.com', ['*.specific.com', 'not.specific.com'], ['very.specific.com']],
    ['*.wildcard.io', ['*.wildcard.io'], ['*.wildcard.io']],
    ['*.anotherwildcard.io', ['*.foo.anotherwildcard.io'], ['*.foo.anotherwildcard.io']],
    ['*.foo.example', ['*.example'], ['*.foo.example']],
    ['*.example', ['*.ample'], []],
    ['*.wildcard.io', ['wildcard.io'], []],
    ['A.Example', ['a.EXAMPLE'], ['a.example']],
    ['*.example', ['xexample'], []],
  ])('listener %s and route %j meet in %j', (listener, route, expected) => {
    expect(intersectHostnames(listener, route)).toEqual(expected);
  });
});

describe('exampleHostname', () => {
  it.each([
    [['*.example', 'a.example'], 'a.example'],
    [['*.example'], 'app.example'],
    [['*'], 'example.com'],
  ])('of %j is %s', (hostnames, expected) => {
    expect(exampleHostname(hostnames)).toBe(expected);
  });
});
