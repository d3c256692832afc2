import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../manifest/types.ts';
import { admit } from '../admit.ts';
import { fieldText } from './field-text.ts';

const GROUP = 'gateway.networking.k8s.io';

function answer(kind: string, spec: JsonValue) {
  const value = { metadata: { name: 'one', namespace: 'default' }, spec };
  const object = { group: GROUP, version: 'v1', kind, value };
  const { errors, unknownFields } = admit(object, { gatewayApi: '1.6', channel: 'standard' });
  return { errors: errors.map(({ message }) => message), pruned: unknownFields.map(fieldText) };
}

const listener = (name: string): JsonValue => ({ name, port: 80, protocol: 'HTTP' });
const gateway = (...listeners: readonly JsonValue[]) =>
  answer('Gateway', { gatewayClassName: 'one', listeners });
const route = (port: number) =>
  answer('HTTPRoute', { rules: [{ backendRefs: [{ name: 'app', port }] }] });

/** Asked of the API server's code (apiextensions-apiserver 0.33), which refused or took random manifests. */
describe('the API server', () => {
  it('tells a key of a list once, however often it is repeated', () => {
    const { errors } = gateway(listener('a'), listener('a'), listener('b'), listener('a'));
    expect(errors.filter((text) => text.includes('Duplicate'))).toEqual([
      'spec.listeners[1]: Duplicate value: map[string]interface {}{"name":"a"}',
    ]);
  });

  it('asks for objects in a list with keys', () => {
    expect(gateway('http').errors).toContain(
      'spec.listeners[0]: Invalid value: "http": must be an object for an array of list-type map',
    );
  });

  it('knows no field of an object in a list that stands where none belongs', () => {
    const { pruned } = answer('BackendTLSPolicy', {
      targetRefs: [[{ group: '', kind: 'Service', name: 'app' }, 'text']],
      validation: { hostname: 'a.example', wellKnownCACertificates: 'System' },
    });
    expect(pruned).toEqual([
      'spec.targetRefs[0][0].group',
      'spec.targetRefs[0][0].kind',
      'spec.targetRefs[0][0].name',
    ]);
  });

  it('looks at the values of a map that has too many', () => {
    const keys = Array.from({ length: 16 }, (_, at) => [`a.example/${String(at)}`, 'v'] as const);
    const { errors } = answer('BackendTLSPolicy', {
      targetRefs: [{ group: '', kind: 'Service', name: 'app' }],
      validation: { hostname: 'a.example', wellKnownCACertificates: 'System' },
      options: { ...Object.fromEntries(keys), odd: 1 },
    });
    expect(errors.slice(0, 2)).toEqual([
      'spec.options: Too many: 17: must have at most 16 items',
      'spec.options.odd: Invalid value: "integer": spec.options.odd in body must be of type string: "integer"',
    ]);
  });

  it.each([
    ['1.4', []],
    ['1.5', ['spec.rules: Invalid value: 0: spec.rules in body should have at least 1 items']],
  ] as const)('takes an HTTPRoute without rules before 1.5 (%s)', (gatewayApi, expected) => {
    const value = { metadata: { name: 'one', namespace: 'default' }, spec: { rules: [] } };
    const object = { group: GROUP, version: 'v1', kind: 'HTTPRoute', value };
    const { errors } = admit(object, { gatewayApi, channel: 'standard' });
    expect(errors.map(({ message }) => message)).toEqual(expected);
  });

  it('asks a number for its bounds, not for the width of its format', () => {
    expect(route(2_147_483_648).errors).toEqual([
      'spec.rules[0].backendRefs[0].port: Invalid value: 2147483648: spec.rules[0].backendRefs[0].port in body should be less than or equal to 65535',
    ]);
  });
});
