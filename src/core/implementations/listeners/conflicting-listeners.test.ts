import { expect, it } from 'vitest';
import { simulateOn } from '../../gateway-api/index.ts';
import type { ImplementationId } from '../../model/index.ts';
import { gatewayApiWording } from '../../gateway-api/findings.ts';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { program } from '../program.ts';
import { fronts, HOSTS, PROTOCOLS, secretOf } from './listeners.testing.ts';

const pair = await issueCa('pair.example');
const SECRET = secretOf('pair', pair.certificatePem, pair.keyPem);
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: svc }
spec: { ports: [{ port: 80 }] }`;

function route(parent = '{ name: gw }', kind = 'HTTPRoute'): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { name: ${kind.toLowerCase()} }
spec: { parentRefs: [${parent}], rules: [{ backendRefs: [{ name: svc, port: 80 }] }] }`;
}

const TLS = 'tls: { certificateRefs: [{ name: pair }] }';
const HTTP = '{ name: clear, port: 443, protocol: HTTP }';
const HTTPS = `{ name: https, port: 443, protocol: HTTPS, ${TLS} }`;
const AGAIN = `{ name: again, port: 443, protocol: HTTPS, ${TLS} }`;
const STREAM = `{ name: stream, port: 443, protocol: TLS, hostname: b.example, ${TLS} }`;

/** Every connection with its listener, its mode and why it is blocked. */
function modes(id: ImplementationId, resolution: ReturnType<typeof fronts>): readonly string[] {
  const simulated = simulateOn(resolution, id);
  return simulated.connections.map((connection) => {
    const { upstream } = program(connection, simulated, {}) ?? {};
    const reason = upstream?.mode === 'blocked' ? ` ${upstream.reason ?? ''}` : '';
    expect(upstream?.blockedStatus).toBeUndefined();
    return `${connection.listener.name}: ${upstream?.mode ?? 'not checked'}${reason}`;
  });
}

it.each([
  [
    'kgateway',
    `${HTTPS}, ${AGAIN}`,
    ['https: plaintext', `again: blocked kgateway refuses listener again: ${HOSTS}`],
  ],
  [
    'agentgateway',
    `${HTTPS}, ${AGAIN}`,
    ['https: plaintext', `again: blocked agentgateway refuses listener again: ${HOSTS}`],
  ],
  [
    'kgateway',
    `${HTTP}, ${HTTPS}`,
    ['clear: plaintext', `https: blocked kgateway refuses listener https: ${PROTOCOLS}`],
  ],
  [
    'agentgateway',
    `${HTTPS}, ${HTTP}`,
    ['https: plaintext', `clear: blocked agentgateway refuses listener clear: ${PROTOCOLS}`],
  ],
  [
    'envoy-gateway',
    `${HTTP}, ${HTTPS}`,
    ['clear', 'https'].map(
      (name) =>
        `${name}: blocked Envoy Gateway refuses listener ${name}: All listeners for a given port must use a compatible protocol, conflicting listeners: default/gw/clear, default/gw/https`,
    ),
  ],
  [
    'nginx-gateway-fabric',
    `${HTTP}, ${HTTPS}`,
    ['clear', 'https'].map(
      (name) =>
        `${name}: blocked NGINX Gateway Fabric refuses listener ${name}: Multiple listeners for the same port 443 specify incompatible protocols; ensure only one protocol per port`,
    ),
  ],
  [
    'nginx-gateway-fabric',
    `${HTTPS}, ${AGAIN}`,
    [
      'https: plaintext',
      'again: blocked NGINX Gateway Fabric refuses listener again: Multiple listeners with the same port 443 and protocol HTTPS have overlapping hostnames',
    ],
  ],
] as const)('%s with listeners %s', (id, listeners, expected) => {
  const found = fronts('kgateway', { listeners, more: [route(), SERVICE, SECRET] });
  expect(modes(id, found)).toEqual(expected);
});

it.each(['kgateway', 'agentgateway'] as const)(
  '%s leaves out a listener of a ListenerSet whose place the Gateway has',
  (id) => {
    const found = fronts(id, {
      listeners: HTTPS,
      sets: { more: AGAIN },
      more: [route(), route('{ kind: ListenerSet, name: more }', 'GRPCRoute'), SERVICE, SECRET],
    });
    expect(modes(id, found)).toEqual([
      'https: plaintext',
      `again: blocked ${id} refuses listener again: ${HOSTS}`,
    ]);
  },
);

/** Findings of the programming, which the Gateway API does not have. */
function refusals(id: 'kgateway' | 'agentgateway', listeners: string): readonly unknown[] {
  const more = [route(), route('{ name: gw }', 'TLSRoute'), SERVICE, SECRET];
  const found = fronts(id, { listeners, more });
  return found.connections.flatMap((connection) =>
    (program(connection, found, {})?.findings ?? [])
      .filter(({ code }) => code === 'LISTENER-REFUSED')
      .map(({ severity, params }) => [severity, params.listener, params.said, params.reason]),
  );
}

it('tells what only agentgateway has against HTTPS and TLS with different host names', () => {
  const listeners = `${HTTPS}, ${STREAM}`;
  expect(refusals('agentgateway', listeners)).toEqual([
    ['error', 'stream', 'No condition says so', 'ProtocolConflict'],
  ]);
  expect(refusals('kgateway', listeners)).toEqual([]);
});

it('leaves a conflict by the Gateway API to its own finding', () => {
  expect(refusals('kgateway', `${HTTPS}, ${AGAIN}`)).toEqual([]);
});

const KEPT =
  'HostnameConflict: again (HTTPS *) cannot be told apart from it on port 443. This gateway keeps the listener, because it comes first; by the Gateway API none of them works.';
const FIRST =
  'HostnameConflict: again (HTTPS *) cannot be told apart from it on port 443. The listener is not configured.';
const LAST =
  'HostnameConflict: https (HTTPS *) cannot be told apart from it on port 443. The listener is not configured.';

it.each([
  ['kgateway', ['warning', KEPT], ['error', LAST]],
  ['agentgateway', ['warning', KEPT], ['error', LAST]],
  ['envoy-gateway', ['error', FIRST], ['error', LAST]],
  ['nginx-gateway-fabric', ['warning', KEPT], ['error', LAST]],
] as const)('says of a conflict in a Gateway what %s does', (id, first, last) => {
  const written = fronts('kgateway', { listeners: `${HTTPS}, ${AGAIN}`, more: [SECRET] });
  const told = simulateOn(written, id)
    .findings.filter(({ code }) => code === 'LISTENER-CONFLICTED')
    .map(({ severity, params }) => [
      severity,
      gatewayApiWording['LISTENER-CONFLICTED'].detail(params),
    ]);
  expect(told).toEqual([first, last]);
});
