import { describe, expect, it } from 'vitest';
import { indexObjects } from './index-objects.ts';
import { mergeListeners } from './merged-listeners.ts';
import { objectsFrom } from './objects.testing.ts';
import { resolve } from './resolve.ts';
import type { Resolution } from './types.ts';

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';
const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: { name: app }\nspec: { ports: [{ name: https, port: 443 }] }';

function run(...documents: readonly string[]): Resolution {
  const objects = objectsFrom([SERVICE, ...documents].join('\n---\n'));
  return resolve(indexObjects(objects), { overrides: {} });
}

function gateway(from: string, listeners = '{ name: http, port: 80, protocol: HTTP }'): string {
  return `${G} Gateway\nmetadata: { name: gw }\nspec: { gatewayClassName: nginx, allowedListeners: { namespaces: { ${from} } }, listeners: [${listeners}] }`;
}

function set(name: string, listeners: string, more = 'namespace: default'): string {
  return `${G} ListenerSet\nmetadata: { name: ${name}, ${more} }\nspec: { parentRef: { name: gw, namespace: default }, listeners: [${listeners}] }`;
}

function route(parent: string, kind = 'HTTPRoute', hostname = 'a.example'): string {
  return `${G} ${kind}\nmetadata: { name: r }\nspec: { parentRefs: [${parent}], hostnames: [${hostname}], rules: [{ backendRefs: [{ name: app, port: 443 }] }] }`;
}

const EXTRA = '{ name: extra, port: 8080, protocol: HTTP }';
const TO_SET = '{ kind: ListenerSet, name: more }';

function listenersOfGateway({ index, references }: Resolution): readonly string[] {
  const id = index.all.find(({ kind }) => kind === 'Gateway')?.id ?? '';
  return mergeListeners(index, references)
    .ofGateway(id)
    .map(({ name, conflict }) => (conflict === undefined ? name : `${name}: ${conflict}`));
}

describe('ListenerSets', () => {
  it.each([
    ['from: Same', 'namespace: default', ['http', 'extra']],
    ['from: Same', 'namespace: shop', ['http']],
    ['from: All', 'namespace: shop', ['http', 'extra']],
    ['from: None', 'namespace: default', ['http']],
    ['', 'namespace: default', ['http']],
    [
      'from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: shop } }',
      'namespace: shop',
      ['http', 'extra'],
    ],
  ])('join a Gateway with allowedListeners {%s} from %s: %j', (from, place, names) => {
    expect(listenersOfGateway(run(gateway(from), set('more', EXTRA, place)))).toEqual(names);
  });

  it('give way to the Gateway, to older sets and then to the smaller name', () => {
    const port = (name: string, number: number) =>
      `{ name: ${name}, port: ${number}, protocol: HTTP }`;
    const resolution = run(
      gateway('from: Same', port('own', 80)),
      set('b', [port('b-80', 80), port('b-81', 81)].join(', ')),
      set('a', [port('a-81', 81), port('a-82', 82)].join(', ')),
      set('z', port('z-82', 82), 'creationTimestamp: "2026-01-01T00:00:00Z"'),
    );
    expect(listenersOfGateway(resolution)).toEqual([
      'own',
      'z-82',
      'a-81',
      'a-82: HostnameConflict',
      'b-80: HostnameConflict',
      'b-81: HostnameConflict',
    ]);
  });

  it.each([
    ['HTTP', 'HTTPS', 'ProtocolConflict'],
    ['HTTPS', 'TLS', 'HostnameConflict'],
    ['HTTP', 'TCP', 'ProtocolConflict'],
    ['TCP', 'TCP', 'ProtocolConflict'],
    ['UDP', 'UDP', 'ProtocolConflict'],
    ['UDP', 'TCP', undefined],
    ['HTTP', 'example.com/own', undefined],
  ])('%s and %s on one port of a Gateway: both get %s', (one, other, conflict) => {
    const listeners = [one, other].map(
      (protocol, index) => `{ name: l${index}, port: 80, protocol: ${protocol} }`,
    );
    const suffix = conflict === undefined ? '' : `: ${conflict}`;
    expect(listenersOfGateway(run(gateway('from: None', listeners.join(', '))))).toEqual([
      `l0${suffix}`,
      `l1${suffix}`,
    ]);
  });

  it('take routes that name them, and routes of the Gateway do not reach them', () => {
    const resolution = run(
      gateway('from: Same'),
      set('more', EXTRA),
      route(TO_SET),
      route('{ name: gw }').replace('name: r', 'name: s'),
    );
    expect(
      resolution.connections.map(({ id }) => id.replaceAll(/[\w.]+\/\w+\/default\//g, '')),
    ).toEqual(['gw|default/more/extra|r|0|0', 'gw|http|s|0|0']);
    const [first] = resolution.connections;
    const owner = resolution.index.byId.get(first?.fields[0]?.objectId ?? '');
    expect([owner?.kind, first?.listener.index, first?.hostname]).toEqual([
      'ListenerSet',
      0,
      'a.example',
    ]);
  });

  it.each([
    ['not allowed', [gateway('from: None'), set('more', EXTRA)], 'NoMatchingParent'],
    [
      'of another section',
      [gateway('from: Same'), set('more', EXTRA.replace('extra', 'x'))],
      'NoMatchingParent',
    ],
    ['of a Gateway that is not there', [set('more', EXTRA)], undefined],
  ])('leave a route unattached when %s', (_, documents, reason) => {
    const parent = '{ kind: ListenerSet, name: more, sectionName: extra }';
    const { attachments, connections } = run(...documents, route(parent));
    expect(attachments.map((one) => [one.reason, one.listeners.length])).toEqual([[reason, 0]]);
    expect(connections).toEqual([]);
  });

  it('attach a route to a conflicted listener; the implementation decides whether it carries requests', () => {
    const { attachments, connections } = run(
      gateway('from: Same'),
      set('more', '{ name: extra, port: 80, protocol: HTTP }'),
      route(TO_SET),
    );
    expect(attachments[0]?.listeners.map(({ listener }) => listener.conflict)).toEqual([
      'HostnameConflict',
    ]);
    expect(connections.map(({ listener }) => [listener.name, listener.conflict])).toEqual([
      ['extra', 'HostnameConflict'],
    ]);
  });
});

describe('TLSRoutes', () => {
  const tls = (mode: string, hostname = '') =>
    `{ name: tls, port: 443, protocol: TLS, tls: { ${mode} }${hostname} }`;

  it.each([
    ['Terminate', tls('mode: Terminate'), undefined, 1],
    ['Terminate by default', tls(''), undefined, 1],
    ['Passthrough', tls('mode: Passthrough'), undefined, 0],
    ['another host name', tls('', ', hostname: b.example'), 'NoMatchingListenerHostname', 0],
    ['a wildcard', tls('', ', hostname: "*.example"'), undefined, 1],
    ['HTTPS', '{ name: tls, port: 443, protocol: HTTPS }', 'NotAllowedByListeners', 0],
  ])('%s: reason and connections', (_, listener, reason, count) => {
    const { attachments, connections } = run(
      gateway('from: None', listener),
      route('{ name: gw }', 'TLSRoute'),
    );
    expect(attachments.map((one) => one.reason)).toEqual([reason]);
    expect(connections.map(({ routeKind, hostname }) => [routeKind, hostname])).toEqual(
      Array.from({ length: count }, () => ['TLSRoute', 'a.example']),
    );
  });
});
