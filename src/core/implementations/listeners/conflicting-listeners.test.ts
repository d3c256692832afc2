import { describe, expect, it } from 'vitest';
import { simulateOn, type Resolution } from '../../gateway-api/index.ts';
import type { ImplementationId } from '../../model/index.ts';
import { gatewayApiWording } from '../../gateway-api/findings.ts';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { program, type ChosenVersions } from '../program.ts';
import { fronts, HOSTS, PROTOCOLS, secretOf } from './listeners.testing.ts';
import { settleConflicts } from './settle-conflicts.ts';

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

const AGAIN_TOO = 'HostnameConflict: again (HTTPS *) cannot be told apart from it on port 443.';
const HTTPS_TOO = 'HostnameConflict: https (HTTPS *) cannot be told apart from it on port 443.';
const NOT_OPENED = 'The listener is not configured.';
const opens = (name: string): string =>
  `${name} opens the listener all the same; by the Gateway API it is not configured.`;

describe('what is said of a conflict by the Gateway API', () => {
  it.each([
    ['kgateway', '2.4', opens('kgateway 2.4'), null],
    ['agentgateway', '1.3', opens('agentgateway 1.3'), null],
    ['envoy-gateway', '1.9', null, null],
    ['nginx-gateway-fabric', '2.6', opens('NGINX Gateway Fabric 2.6'), null],
    [
      'nginx-gateway-fabric',
      '2.5',
      opens('NGINX Gateway Fabric 2.5'),
      opens('NGINX Gateway Fabric 2.5'),
    ],
  ] as const)('follows what %s %s does', (id, version, first, last) => {
    const written = fronts('kgateway', { listeners: `${HTTPS}, ${AGAIN}`, more: [SECRET] });
    expect(told(simulateOn(written, id), { [id]: version })).toEqual([
      `${first === null ? 'error' : 'warning'} ${AGAIN_TOO} ${first ?? NOT_OPENED}`,
      `${last === null ? 'error' : 'warning'} ${HTTPS_TOO} ${last ?? NOT_OPENED}`,
    ]);
  });

  it('is an error where the controller refuses the listener for another reason', () => {
    const broken = HTTPS.replace('tls: {', 'tls: { mode: Passthrough, ');
    const found = fronts('nginx-gateway-fabric', {
      listeners: `${broken}, ${AGAIN}`,
      more: [SECRET],
    });
    expect(told(found, {})).toEqual([
      `error ${AGAIN_TOO} ${NOT_OPENED}`,
      `warning ${HTTPS_TOO} ${opens('NGINX Gateway Fabric 2.7')}`,
    ]);
  });

  it('is an error in a ListenerSet that the controller does not read', () => {
    const given = { listeners: HTTPS, sets: { more: AGAIN }, more: [SECRET] };
    const found = fronts('nginx-gateway-fabric', given);
    expect(told(found, { 'nginx-gateway-fabric': '2.5' })).toEqual([
      `error ${HTTPS_TOO} ${NOT_OPENED}`,
    ]);
  });

  it('is that of the Gateway API where nobody knows who runs the Gateway', () => {
    const written = fronts('kgateway', { listeners: `${HTTPS}, ${AGAIN}`, more: [SECRET] });
    const found = { ...written, implementations: new Map() };
    expect(told(found, {}).every((text) => text.endsWith(NOT_OPENED))).toBe(true);
  });
});

function told(found: Resolution, versions: ChosenVersions): readonly string[] {
  return settleConflicts(found.findings, found, versions)
    .filter(({ code }) => code === 'LISTENER-CONFLICTED')
    .map(
      ({ severity, params }) =>
        `${severity} ${gatewayApiWording['LISTENER-CONFLICTED'].detail(params)}`,
    );
}
