import { describe, expect, it } from 'vitest';
import { indexObjects, resolve, type Resolution } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { secretOf } from './listeners.testing.ts';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { predictStatus } from '../predict-status.ts';
import { program } from '../program.ts';

const CONTROLLERS = {
  'envoy-gateway': 'gateway.envoyproxy.io/gatewayclass-controller',
  'nginx-gateway-fabric': 'gateway.nginx.org/nginx-gateway-controller',
} as const;

type Id = keyof typeof CONTROLLERS;

const pair = await issueCa('a.example');
const good = secretOf('good', pair.certificatePem, pair.keyPem);
const SECRETS = [
  good,
  secretOf('opaque', pair.certificatePem, pair.keyPem).replace('type: kubernetes.io/tls\n', ''),
  secretOf('garbage', 'x', 'y'),
  secretOf('far', pair.certificatePem, pair.keyPem, 'other'),
];

function resolution(id: Id, listeners: readonly string[], hostname = 'a.example'): Resolution {
  const documents = [
    `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: own }
spec: { controllerName: ${CONTROLLERS[id]} }`,
    `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: own, listeners: [${listeners.join(', ')}] }`,
    `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec: { hostnames: [${hostname}], parentRefs: [{ name: gw }], rules: [{ backendRefs: [{ name: app, port: 443 }] }] }`,
    `apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ port: 443 }] }`,
    ...SECRETS,
  ];
  return resolve(indexObjects(objectsFrom(documents.join('\n---\n'))), { overrides: {} });
}

const https = (name: string, ...certificates: readonly string[]): string =>
  `{ name: ${name}, port: 443, protocol: HTTPS, hostname: "*.example", tls: { certificateRefs: [${certificates
    .map((one) => `{ name: ${one} }`)
    .join(', ')}] } }`;
const HTTP = '{ name: plain, port: 80, protocol: HTTP }';

/** `reason: message` of the route's Accepted. */
function accepted(found: Resolution, versions = {}): string | undefined {
  const own = predictStatus(found, versions).find(
    ({ objectId }) => found.index.byId.get(objectId)?.kind === 'HTTPRoute',
  );
  const condition = own?.conditions.find(({ type }) => type === 'Accepted');
  return condition && `${condition.reason}: ${condition.message}`;
}

/** Since 1.9 Envoy Gateway accepts a route whatever becomes of the listeners. */
const BEFORE = { 'envoy-gateway': '1.8' };
const NOT_READY = 'NoReadyListeners: There are no ready listeners for this parent ref';
const ROUTE = 'Accepted: Route is accepted';
const INVALID = 'InvalidListener: The Listener is invalid for this parent ref';
const THE_ROUTE = 'Accepted: The Route is accepted';

describe('a route whose only listener has', () => {
  it.each<readonly [string, readonly string[], string, string]>([
    ['a certificate', [https('one', 'good')], ROUTE, THE_ROUTE],
    ['one that is not among the files', [https('one', 'gone')], NOT_READY, INVALID],
    ['an Opaque Secret', [https('one', 'opaque')], NOT_READY, INVALID],
    ['a Secret without a certificate', [https('one', 'garbage')], NOT_READY, INVALID],
    ['no certificate at all', [https('one')], NOT_READY, INVALID],
    ['one that is good and one that is not', [https('one', 'opaque', 'good')], ROUTE, THE_ROUTE],
    ['another beside it without TLS', [https('one', 'opaque'), HTTP], ROUTE, THE_ROUTE],
    [
      'a certificate elsewhere without a grant',
      [https('one', 'far, namespace: other')],
      NOT_READY,
      INVALID,
    ],
  ])('%s', (_, listeners, envoy, nginx) => {
    expect(accepted(resolution('envoy-gateway', listeners), BEFORE)).toBe(envoy);
    expect(accepted(resolution('nginx-gateway-fabric', listeners))).toBe(nginx);
  });

  it('is accepted by Envoy Gateway since 1.9', () => {
    expect(accepted(resolution('envoy-gateway', [https('one', 'opaque')]))).toBe(ROUTE);
  });

  it('tells of the host name first', () => {
    const listeners = [https('one', 'opaque')];
    expect(accepted(resolution('envoy-gateway', listeners, 'a.org'))).toMatch(
      /^NoMatchingListenerHostname/,
    );
    expect(accepted(resolution('nginx-gateway-fabric', listeners, 'a.org'))).toMatch(
      /^NoMatchingListenerHostname/,
    );
  });

  it('has its words by version', () => {
    const found = resolution('nginx-gateway-fabric', [https('one', 'opaque')]);
    expect(accepted(found, { 'nginx-gateway-fabric': '2.2' })).toBe(
      'InvalidListener: Listener is invalid for this parent ref',
    );
  });

  it.each(['envoy-gateway', 'nginx-gateway-fabric'] as const)(
    'reaches nothing through %s while the port is closed',
    (id) => {
      const found = resolution(id, [https('one', 'opaque'), HTTP]);
      const modes = found.connections.map((connection) => {
        const programmed = program(connection, found, {});
        return [connection.listener.name, programmed?.upstream.mode];
      });
      expect(modes).toEqual([
        ['one', 'blocked'],
        ['plain', 'plaintext'],
      ]);
    },
  );

  it.each(['envoy-gateway', 'nginx-gateway-fabric'] as const)(
    'has no finding of its own for what is wrong with the listener (%s)',
    (id) => {
      const found = resolution(id, [https('one', 'opaque')]);
      const codes = found.connections.flatMap((one) =>
        (program(one, found, {})?.findings ?? []).map(({ code }) => code),
      );
      expect(codes).toEqual(['LISTENER-REFUSED']);
    },
  );

  it.each(['envoy-gateway', 'nginx-gateway-fabric'] as const)(
    'is followed through %s as if the cluster had what no file holds',
    (id) => {
      const found = resolution(id, [https('one', 'gone')]);
      const modes = found.connections.map((one) => program(one, found, {})?.upstream.mode);
      expect(modes).toEqual(['plaintext']);
    },
  );
});
