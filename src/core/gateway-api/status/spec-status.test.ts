import { describe, expect, it } from 'vitest';
import { indexObjects } from '../index-objects.ts';
import { objectsFrom } from '../objects.testing.ts';
import { resolve } from '../resolve.ts';
import { specStatus } from './spec-status.ts';

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';
const HTTP = '{ name: http, port: 80, protocol: HTTP }';
const CA = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ca }\ndata: { ca.crt: CA }';

function gateway(listeners = HTTP, more = '', name = 'gw'): string {
  return `${G} Gateway\nmetadata: { name: ${name} }\nspec: { gatewayClassName: nginx, listeners: [${listeners}]${more} }`;
}

function route(backend = '{ name: app, port: 443 }', kind = 'HTTPRoute', parents = '{ name: gw }') {
  return `${G} ${kind}\nmetadata: { name: r }\nspec: { parentRefs: [${parents}], rules: [{ backendRefs: [${backend}] }] }`;
}

function service(port = '{ name: https, port: 443 }'): string {
  return `apiVersion: v1\nkind: Service\nmetadata: { name: app }\nspec: { ports: [${port}] }`;
}

function policy(
  target = '',
  trust = 'caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }]',
  name = 'p',
) {
  return `${G} BackendTLSPolicy\nmetadata: { name: ${name} }\nspec: { targetRefs: [{ group: "", kind: Service, name: app${target} }], validation: { hostname: a.example, ${trust} } }`;
}

function listenerSet(listeners: string, more = ''): string {
  return `${G} ListenerSet\nmetadata: { name: more }\nspec: { parentRef: { name: gw${more} }, listeners: [${listeners}] }`;
}

/** `Kind name [listener] type=status/reason …` of every status. */
function lines(...documents: readonly string[]): readonly string[] {
  const resolution = resolve(indexObjects(objectsFrom(documents.join('\n---\n'))), {
    overrides: {},
  });
  return specStatus(resolution).map(({ objectId, kind, ref, conditions, attachedListenerSets }) => {
    const object = resolution.index.byId.get(objectId);
    const under =
      kind === 'listener' ? ref?.sectionName : kind === 'object' ? undefined : ref?.name;
    const told = conditions.map(({ type, status, reason }) => `${type}=${status}/${reason}`);
    const sets = attachedListenerSets === undefined ? '' : `sets=${attachedListenerSets}`;
    return [object?.kind, object?.name, under, ...told, sets].filter(Boolean).join(' ');
  });
}

function linesOf(kind: string, ...documents: readonly string[]): readonly string[] {
  return lines(...documents)
    .filter((line) => line.startsWith(`${kind} `))
    .map((line) => line.slice(kind.length + 1));
}

const FINE = 'Accepted=True/Accepted ResolvedRefs=True/ResolvedRefs';

describe('conditions of a BackendTLSPolicy', () => {
  const refused = (reason: string) =>
    `p gw Accepted=False/${reason} ResolvedRefs=True/ResolvedRefs`;
  const others = [gateway(), route(), CA];

  it.each([
    [
      'a Service port that is there',
      [...others, service(), policy(', sectionName: https')],
      [`p gw ${FINE}`],
    ],
    [
      'a port name that is not',
      [...others, service(), policy(', sectionName: http')],
      [refused('TargetNotFound')],
    ],
    ['a target that is not', [...others, policy()], [refused('TargetNotFound')]],
    [
      'UDP alone',
      [...others, service('{ port: 443, protocol: UDP }'), policy()],
      [refused('Invalid')],
    ],
    [
      'UDP and TCP',
      [...others, service('{ port: 443 }, { name: u, port: 53, protocol: UDP }'), policy()],
      [`p gw ${FINE}`],
    ],
    [
      'the roots of the system',
      [...others, service(), policy('', 'wellKnownCACertificates: System')],
      [`p gw ${FINE}`],
    ],
    [
      'roots of somebody else',
      [...others, service(), policy('', 'wellKnownCACertificates: a.example/roots')],
      [refused('Invalid')],
    ],
    [
      'a port that no route uses',
      [
        ...others,
        service('{ name: https, port: 443 }, { name: b, port: 8443 }'),
        policy(', sectionName: b'),
      ],
      [],
    ],
    ['no route', [gateway(), service(), policy()], []],
    [
      'one CA of two that is not there',
      [
        ...others,
        service(),
        policy(
          '',
          'caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }, { group: "", kind: ConfigMap, name: b }]',
        ),
      ],
      ['p gw Accepted=True/Accepted ResolvedRefs=False/InvalidCACertificateRef'],
    ],
  ])('%s', (_, documents, expected) => {
    expect(linesOf('BackendTLSPolicy', ...documents)).toEqual(expected);
  });

  it('stand under every Gateway whose routes lead there, 16 at most', () => {
    const names = Array.from({ length: 18 }, (_, at) => `gw-${at}`);
    const parents = names.map((name) => `{ name: ${name} }`).join(', ');
    const gateways = names.map((name) => gateway(HTTP, '', name));
    const found = linesOf(
      'BackendTLSPolicy',
      ...gateways,
      route(undefined, 'HTTPRoute', parents),
      service(),
      CA,
      policy(),
    );
    expect(found).toEqual(names.slice(0, 16).map((name) => `p ${name} ${FINE}`));
  });
});

describe('conditions of a route', () => {
  it.each([
    ['a port the Service does not have', '{ name: app, port: 8443 }', service(), 'BackendNotFound'],
    ['a kind nobody takes', '{ group: a.example, kind: B, name: app }', service(), 'InvalidKind'],
    [
      'wss without a policy',
      '{ name: app, port: 443 }',
      service('{ name: s, port: 443, appProtocol: kubernetes.io/wss }'),
      'UnsupportedProtocol',
    ],
  ])('ResolvedRefs is False for %s', (_, backend, own, reason) => {
    expect(linesOf('HTTPRoute', gateway(), own, route(backend))).toEqual([
      `r gw Accepted=True/Accepted ResolvedRefs=False/${reason}`,
    ]);
  });

  it('take wss with a policy', () => {
    const wss = service('{ name: s, port: 443, appProtocol: kubernetes.io/wss }');
    expect(linesOf('HTTPRoute', gateway(), wss, route(), policy(), CA)).toEqual([`r gw ${FINE}`]);
  });

  it.each([
    ['TLSRoute', '{ name: tls, port: 443, protocol: TLS, tls: { mode: Passthrough } }'],
    ['TCPRoute', '{ name: tcp, port: 443, protocol: TCP }'],
    ['GRPCRoute', HTTP],
  ])('are told for a %s', (kind, listener) => {
    expect(linesOf(kind, gateway(listener), service(), route(undefined, kind))).toEqual([
      `r gw ${FINE}`,
    ]);
  });

  it('are not told for a parent that is not there', () => {
    expect(linesOf('HTTPRoute', service(), route())).toEqual([]);
  });
});

describe('conditions of Gateways and listeners', () => {
  const OK =
    'Conflicted=False/NoConflicts Accepted=True/Accepted ResolvedRefs=True/ResolvedRefs Programmed=True/Programmed';

  it.each([
    [
      'two listeners in one place',
      gateway('{ name: a, port: 80, protocol: HTTP }, { name: b, port: 80, protocol: HTTP }'),
      [
        'gw Accepted=False/ListenersNotValid Programmed=False/Invalid ResolvedRefs=True/ResolvedRefs sets=0',
        'gw a Conflicted=True/HostnameConflict Accepted=False/PortUnavailable ResolvedRefs=True/ResolvedRefs Programmed=False/PortUnavailable',
        'gw b Conflicted=True/HostnameConflict Accepted=False/PortUnavailable ResolvedRefs=True/ResolvedRefs Programmed=False/PortUnavailable',
      ],
    ],
    [
      'a protocol that is not known',
      gateway(`${HTTP}, { name: x, port: 81, protocol: QUIC }`),
      [
        'gw Accepted=True/ListenersNotValid Programmed=True/Programmed ResolvedRefs=True/ResolvedRefs sets=0',
        `gw http ${OK}`,
        'gw x Conflicted=False/NoConflicts Accepted=False/UnsupportedProtocol ResolvedRefs=True/ResolvedRefs Programmed=False/Invalid',
      ],
    ],
    [
      'a kind that the protocol does not take',
      gateway(
        '{ name: h, port: 80, protocol: HTTP, allowedRoutes: { kinds: [{ kind: TLSRoute }] } }',
      ),
      [
        'gw Accepted=False/ListenersNotValid Programmed=False/Invalid ResolvedRefs=False/ListenersNotResolved sets=0',
        'gw h Conflicted=False/NoConflicts Accepted=True/Accepted ResolvedRefs=False/InvalidRouteKinds Programmed=False/Invalid',
      ],
    ],
    [
      'HTTPS listeners whose host names overlap',
      gateway(
        '{ name: a, port: 443, protocol: HTTPS, hostname: "*.a.example" }, { name: b, port: 443, protocol: HTTPS, hostname: b.a.example }, { name: c, port: 443, protocol: HTTPS, hostname: c.example }',
      ),
      [
        'gw Accepted=True/Accepted Programmed=True/Programmed ResolvedRefs=True/ResolvedRefs sets=0',
        `gw a ${OK} OverlappingTLSConfig=True/OverlappingHostnames`,
        `gw b ${OK} OverlappingTLSConfig=True/OverlappingHostnames`,
        `gw c ${OK}`,
      ],
    ],
  ])('%s', (_, document, expected) => {
    expect(linesOf('Gateway', document)).toEqual(expected);
  });
});

// GEP-1713, Conformance Details.
describe('conditions of ListenerSets', () => {
  const ALLOW = ', allowedListeners: { namespaces: { from: Same } }';
  const FREE = '{ name: free, port: 8081, protocol: HTTP }';
  const CONFLICT =
    'Accepted=False/PortUnavailable ResolvedRefs=True/ResolvedRefs Programmed=False/PortUnavailable';
  const both = (status: string, accepted: string, programmed = accepted) =>
    `more Accepted=${status}/${accepted} Programmed=${status}/${programmed}`;
  const gatewayLine =
    'gw Accepted=True/Accepted Programmed=True/Programmed ResolvedRefs=True/ResolvedRefs';

  it.each([
    ['is not allowed', '', FREE, [both('False', 'NotAllowed')], 0],
    ['is allowed', ALLOW, FREE, [both('True', 'Accepted', 'Programmed')], 1],
    [
      'has one listener, of a protocol that conflicts',
      ALLOW,
      '{ name: x, port: 80, protocol: HTTPS }',
      [both('False', 'ListenersNotValid'), `more x Conflicted=True/ProtocolConflict ${CONFLICT}`],
      0,
    ],
    [
      'has one listener, with a host name that conflicts',
      ALLOW,
      '{ name: x, port: 80, protocol: HTTP }',
      [both('False', 'ListenersNotValid'), `more x Conflicted=True/HostnameConflict ${CONFLICT}`],
      0,
    ],
    [
      'has a listener that conflicts and another one',
      ALLOW,
      `{ name: x, port: 80, protocol: HTTP }, ${FREE}`,
      [
        both('True', 'Accepted', 'Programmed'),
        `more x Conflicted=True/HostnameConflict ${CONFLICT}`,
      ],
      1,
    ],
    [
      'names a certificate of another namespace without a grant',
      ALLOW,
      '{ name: x, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: c, namespace: other }] } }',
      [
        both('False', 'ListenersNotValid'),
        'more x Conflicted=False/NoConflicts Accepted=True/Accepted ResolvedRefs=False/RefNotPermitted Programmed=False/Invalid',
      ],
      0,
    ],
  ])('that %s', (_, allow, listeners, expected, attached) => {
    const told = lines(gateway(HTTP, allow), listenerSet(listeners));
    const sets = told.filter((line) => line.startsWith('ListenerSet ') && !line.includes(' free '));
    expect(sets.map((line) => line.slice('ListenerSet '.length))).toEqual(expected);
    expect(told[0]).toBe(`Gateway ${gatewayLine} sets=${attached}`);
  });

  it('whose Gateway is not accepted', () => {
    const broken = gateway('{ name: q, port: 80, protocol: QUIC }', ALLOW);
    expect(linesOf('ListenerSet', broken, listenerSet(FREE))[0]).toBe(
      both('False', 'ParentNotAccepted'),
    );
  });
});
