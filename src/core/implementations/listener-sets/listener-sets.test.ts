import { describe, expect, it } from 'vitest';
import { indexObjects, resolve, type Resolution } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import type { ImplementationId } from '../../model/index.ts';
import { dataPlaneFor } from '../data-plane-for.ts';
import { predictStatusBy } from '../predict-status.ts';
import { program } from '../program.ts';

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';
const CLASSES = {
  'nginx-gateway-fabric': 'nginx',
  'envoy-gateway': 'eg',
  kgateway: 'kgateway',
  agentgateway: 'agentgateway',
} as const;
const API = {
  ListenerSet: 'gateway.networking.k8s.io/v1',
  XListenerSet: 'gateway.networking.x-k8s.io/v1alpha1',
} as const;
const FLAG =
  'apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: EnvoyGateway\ngatewayAPI: { enabled: [XListenerSet] }';

interface Given {
  readonly kind?: keyof typeof API;
  readonly from?: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly tls?: string;
}

function resolution(id: ImplementationId, given: Given = {}, ...more: readonly string[]) {
  const { kind = 'ListenerSet', from = 'Same', namespace = 'default', port = 8080 } = given;
  const allowed = from === '' ? '' : `allowedListeners: { namespaces: { from: ${from} } }, `;
  const gateway = `${G} Gateway\nmetadata: { name: gw }\nspec: { gatewayClassName: ${CLASSES[id]}, ${given.tls ?? ''}${allowed}listeners: [{ name: http, port: 80, protocol: HTTP }] }`;
  const set = `apiVersion: ${API[kind]}\nkind: ${kind}\nmetadata: { name: more, namespace: ${namespace} }\nspec: { parentRef: { name: gw, namespace: default }, listeners: [{ name: extra, port: ${port}, protocol: HTTP }] }`;
  const group = API[kind].slice(0, API[kind].indexOf('/'));
  const route = `${G} HTTPRoute\nmetadata: { name: r }\nspec: { parentRefs: [{ group: ${group}, kind: ${kind}, name: more }], rules: [{ backendRefs: [{ name: svc, port: 80 }] }] }`;
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: { name: svc }\nspec: { ports: [{ port: 80 }] }';
  const text = [gateway, set, route, service, ...more].join('\n---\n');
  return resolve(indexObjects(objectsFrom(text)), { overrides: {} });
}

function conditions(
  id: ImplementationId,
  version: string,
  found: Resolution,
  objectId: string,
): readonly string[] {
  return predictStatusBy(id, found, { [id]: version })
    .filter((status) => status.objectId === objectId)
    .flatMap(({ kind, ref, conditions: list }) =>
      list.map(
        ({ type, status, reason, message }) =>
          `${kind === 'listener' ? (ref?.sectionName ?? '') : kind} ${type}=${status} ${reason}: ${message}`,
      ),
    );
}

const SET = 'file#1';
const ROUTE = 'file#2';

describe('ListenerSets in the words of their controller', () => {
  it('are accepted by kgateway', () => {
    expect(conditions('kgateway', '2.4', resolution('kgateway'), SET)).toEqual([
      'object Accepted=True Accepted: Successfully accepted ListenerSet',
      'object Programmed=True Programmed: Successfully programmed ListenerSet',
      'extra Accepted=True Accepted: Successfully accepted Listener',
      'extra Conflicted=False NoConflicts: Successfully verified that Listener has no conflicts',
      'extra ResolvedRefs=True ResolvedRefs: Successfully resolved all references',
      'extra Programmed=True Programmed: Successfully programmed Listener',
    ]);
  });

  it('are accepted by agentgateway', () => {
    expect(conditions('agentgateway', '1.3', resolution('agentgateway'), SET)).toEqual([
      'object Accepted=True Accepted: Resource accepted',
      'object Programmed=True Programmed: Resource programmed',
      'extra Accepted=True Accepted: No errors found',
      'extra Conflicted=False NoConflicts: No errors found',
      'extra Programmed=True Programmed: No errors found',
      'extra ResolvedRefs=True ResolvedRefs: No errors found',
    ]);
  });

  it.each<[ImplementationId, string, string]>([
    ['kgateway', '', 'Unable to attach to parent, gateway has not enabled allowedListeners'],
    ['kgateway', 'None', 'Attachment not allowed'],
    ['agentgateway', 'None', 'Gateway does not allow ListenerSet attachment'],
  ])('are refused by %s where the Gateway allows "%s"', (id, from, message) => {
    expect(
      conditions(id, id === 'kgateway' ? '2.4' : '1.3', resolution(id, { from }), SET),
    ).toEqual([
      `object Accepted=False NotAllowed: ${message}`,
      `object Programmed=False NotAllowed: ${message}`,
    ]);
  });

  it('are XListenerSets for Envoy Gateway 1.7', () => {
    const found = resolution('envoy-gateway', { kind: 'XListenerSet' }, FLAG);
    expect(conditions('envoy-gateway', '1.7', found, SET).slice(0, 2)).toEqual([
      'object Accepted=True Accepted: All listeners are valid',
      'object Programmed=True Programmed: All listeners are valid',
    ]);
    const refused = resolution('envoy-gateway', { kind: 'XListenerSet', from: 'None' }, FLAG);
    expect(conditions('envoy-gateway', '1.7', refused, SET)).toEqual([
      'object Accepted=False NotAllowed: XListenerSet attachment from namespace default not allowed by Gateway default/gw',
      'object Programmed=False Programmed: Not Programmed',
    ]);
  });
});

it('are ancestors of policies for kgateway', () => {
  const policy = `${G} BackendTLSPolicy\nmetadata: { name: tls }\nspec: { targetRefs: [{ group: "", kind: Service, name: svc }], validation: { hostname: a.test, wellKnownCACertificates: System } }`;
  const found = resolution('kgateway', {}, policy);
  const statuses = predictStatusBy('kgateway', found, {});
  const refs = statuses.filter(({ kind }) => kind === 'ancestor').map(({ ref }) => ref);
  expect(refs).toEqual([
    { group: 'gateway.networking.k8s.io', kind: 'ListenerSet', namespace: 'default', name: 'more' },
  ]);
});

describe('which listener sets a release reads', () => {
  it.each<[ImplementationId, string, boolean, boolean, boolean]>([
    ['nginx-gateway-fabric', '2.5', false, false, false],
    ['nginx-gateway-fabric', '2.6', false, true, false],
    ['nginx-gateway-fabric', '2.7', true, true, false],
    ['envoy-gateway', '1.6', true, false, false],
    ['envoy-gateway', '1.7', false, false, false],
    ['envoy-gateway', '1.7', true, false, true],
    ['envoy-gateway', '1.8', true, true, false],
    ['kgateway', '2.0', false, false, false],
    ['kgateway', '2.1', false, false, true],
    ['kgateway', '2.3', false, true, true],
    ['agentgateway', '1.3', false, true, false],
  ])(
    '%s %s, Envoy Gateway flag %s: ListenerSet %s, XListenerSet %s',
    (id, version, flag, v1, x) => {
      const read = (kind: keyof typeof API) => {
        const found = resolution(id, { kind }, ...(flag ? [FLAG] : []));
        const told = ['set', 'route'].map(
          (_, at) => conditions(id, version, found, [SET, ROUTE][at] ?? '').length > 0,
        );
        const [connection] = found.connections;
        if (connection === undefined) return 'no connection';
        const mode = program(connection, found, { [id]: version })?.upstream.mode;
        return [...told, mode === 'plaintext'];
      };
      expect(read('ListenerSet')).toEqual([v1, v1, v1]);
      expect(read('XListenerSet')).toEqual([x, x, x]);
    },
  );

  it('tells that an unread one opens no listener', () => {
    const found = resolution('kgateway');
    const [connection] = found.connections;
    const told = connection && program(connection, found, { kgateway: '2.2' });
    expect(told?.upstream).toMatchObject({
      mode: 'blocked',
      reason: 'kgateway 2.2 does not read ListenerSet, so listener extra of more is not opened',
    });
    expect(told?.upstream).not.toHaveProperty('blockedStatus');
    expect(told?.findings).toMatchObject([
      {
        code: 'LISTENER-SET-NOT-READ',
        params: { gateway: 'kgateway 2.2', reads: 'It reads XListenerSet only.' },
      },
    ]);
    expect(connection && dataPlaneFor(connection, found, { kgateway: '2.2' })).toEqual({
      language: 'yaml',
      lines: [],
    });
  });
});
