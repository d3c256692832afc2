import { describe, expect, it } from 'vitest';
import { fronts, HTTP, unusual } from '../../listeners/listeners.testing.ts';
import { program } from '../../program.ts';

const ROUTE = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec: { parentRefs: [{ name: gw }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { ports: [{ port: 80 }] }`;

/** The class that the Gateway names, with an EnvoyProxy of that spec. */
function classWith(spec: string): readonly string[] {
  return [
    `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: eg }
spec:
  controllerName: gateway.envoyproxy.io/gatewayclass-controller
  parametersRef: { group: gateway.envoyproxy.io, kind: EnvoyProxy, namespace: default, name: proxy }`,
    `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: EnvoyProxy
metadata: { name: proxy, namespace: default }
spec: ${spec}`,
  ];
}

describe('a Gateway that is refused as a whole', () => {
  const NAMED = 'addresses: [{ type: Hostname, value: a.b }, { type: NamedAddress, value: x }],';
  const setup = (more: readonly string[], gateway = '') =>
    fronts('envoy-gateway', { listeners: HTTP, gateway, more: [ROUTE, SERVICE, ...more] });

  it('for its address has no other condition, and its connections are closed', () => {
    const resolution = setup([], NAMED);
    const message = 'Gateway has an address with an unsupported type: NamedAddress';
    expect(unusual('envoy-gateway', '1.9', resolution)).toEqual([
      `gw Accepted=False UnsupportedAddress: ${message}`,
    ]);
    const [connection] = resolution.connections;
    const programmed = connection && program(connection, resolution, { 'envoy-gateway': '1.9' });
    expect(programmed?.upstream).toMatchObject({
      mode: 'blocked',
      reason: `Envoy Gateway refuses listener http: ${message}`,
    });
    expect(programmed?.findings.map(({ code }) => code)).toEqual(['LISTENER-REFUSED']);
  });

  it('for its address is taken by 1.7', () => {
    expect(unusual('envoy-gateway', '1.7', setup([], NAMED))).toEqual([]);
  });

  it.each([
    [
      '1.9',
      '{ mergeGateways: true, mergeBackends: {} }',
      [
        'gw Accepted=False InvalidParameters: mergeGateways and mergeBackends cannot both be enabled',
      ],
    ],
    ['1.8', '{ mergeGateways: true, mergeBackends: {} }', []],
    ['1.9', '{ mergeBackends: {} }', []],
  ])('in %s for %s', (version, spec, expected) => {
    expect(unusual('envoy-gateway', version, setup(classWith(spec)))).toEqual(expected);
  });
});

describe('Gateways that are merged', () => {
  const other = (listeners: string) =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: other }\nspec: { gatewayClassName: eg, listeners: [${listeners}] }`;
  const told = (spec: string, version = '1.9') =>
    unusual(
      'envoy-gateway',
      version,
      fronts('envoy-gateway', { listeners: HTTP, more: [other(HTTP), ...classWith(spec)] }),
    );

  it.each(['1.5', '1.9'])('give a place once in %s', (version) => {
    expect(told('{ mergeGateways: true }', version)).toEqual([
      'other.http Conflicted=True HostnameConflict: Port, protocol and hostname tuple must be unique for every listener',
      'other.http Programmed=False Invalid: Listener is invalid, see other Conditions for details.',
    ]);
  });

  it('are apart without it', () => {
    expect(told('{}')).toEqual([]);
  });
});

describe('a selector of namespaces that cannot be parsed', () => {
  const BEGIN =
    'gw.http Programmed=False Invalid: The allowedRoutes.namespaces.selector could not be parsed: ';
  it.each([
    [
      '{ operator: Exists, values: [bar, baz] }',
      '1.9',
      'values: Invalid value: ["bar","baz"]: values set must be empty for exists and does not exist.',
    ],
    [
      '{ operator: DoesNotExist, values: [bar] }',
      '1.5',
      'values: Invalid value: []string{"bar"}: values set must be empty for exists and does not exist.',
    ],
    [
      '{ operator: In, values: [] }',
      '1.8',
      "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty.",
    ],
    ['{ operator: Like, values: [x] }', '1.6', '"Like" is not a valid label selector operator.'],
  ])('%s in %s', (expression, version, message) => {
    const full = expression.replace('{ ', '{ key: team, ');
    const listeners = HTTP.replace(
      ' }',
      `, allowedRoutes: { namespaces: { from: Selector, selector: { matchExpressions: [${full}] } } } }`,
    );
    const found = unusual('envoy-gateway', version, fronts('envoy-gateway', { listeners }));
    expect(found.filter((text) => text.startsWith('gw.'))).toEqual([BEGIN + message]);
  });
});
