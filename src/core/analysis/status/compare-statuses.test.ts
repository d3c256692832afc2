import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { simulateOn } from '../../gateway-api/simulate-on.ts';
import { predictStatusBy } from '../../implementations/index.ts';
import type { ImplementationId } from '../../model/index.ts';
import { compareStatuses } from './compare-statuses.ts';
import type { ComparedStatus } from './types.ts';

const NGF = 'gateway.nginx.org/nginx-gateway-controller';
const V1 = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';

const gateway = (more = ''): string =>
  `${V1} Gateway\nmetadata: { name: gw, generation: 3 }
spec: { gatewayClassName: nginx, listeners: [{ name: http, port: 80, protocol: HTTP }] }\n${more}`;
const route = (more = ''): string =>
  `${V1} HTTPRoute\nmetadata: { name: r, generation: 2 }
spec: { parentRefs: [{ name: gw }], rules: [{ backendRefs: [{ name: app, port: 443 }] }] }\n${more}`;
const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: { name: app }\nspec: { ports: [{ port: 443 }] }';

const parents = (ref: string, controllerName: string, ...conditions: readonly string[]): string =>
  `status: { parents: [{ parentRef: { ${ref} }, controllerName: ${controllerName}, conditions: [${conditions.join(', ')}] }] }`;
const condition = (type: string, status: string, reason: string, message: string, more = '') =>
  `{ type: ${type}, status: "${status}", reason: ${reason}, message: "${message}"${more} }`;

const ACCEPTED = condition('Accepted', 'True', 'Accepted', 'The Route is accepted');
const RESOLVED = condition('ResolvedRefs', 'True', 'ResolvedRefs', 'All references are resolved');
const IN_GW = 'kind: Gateway, namespace: default, name: gw, sectionName: http';

function compare(
  documents: readonly string[],
  id: ImplementationId = 'nginx-gateway-fabric',
): readonly ComparedStatus[] {
  const index = indexObjects(objectsFrom(documents.join('\n---\n')));
  const named = resolve(index, { overrides: {} });
  const gateways = [...named.implementations].filter(([, it]) => it.id === id).map(([key]) => key);
  const resolution = gateways.length === 0 ? simulateOn(named, id) : named;
  return compareStatuses(predictStatusBy(id, resolution, {}), { id, gateways, resolution });
}

const told = ({ real, kind, ref, conditions }: ComparedStatus) => ({
  place: [kind, ref?.name, ref?.sectionName].filter(Boolean).join(' '),
  predicted: conditions.map(({ type }) => type),
  relation: real?.relation,
  differences: real?.differences.map((one) => `${one.kind} ${one.type}`),
});

const ofRoute = (...status: readonly string[]) =>
  compare([gateway(), route(status.join('\n')), SERVICE])
    .filter(({ kind }) => kind === 'parent')
    .map(told);

describe('compareStatuses', () => {
  it('leaves a prediction alone where the manifests carry no status, or an empty one', () => {
    for (const status of ['', 'status: {}', 'status:'])
      expect(
        compare([gateway(), route(status), SERVICE]).every((it) => it.real === undefined),
      ).toBe(true);
  });

  it.each([
    ['nothing', [ACCEPTED, RESOLVED], []],
    [
      'a status',
      [ACCEPTED, condition('ResolvedRefs', 'False', 'BackendNotFound', 'x')],
      ['status ResolvedRefs'],
    ],
    [
      'a reason',
      [condition('Accepted', 'True', 'UnsupportedField', 'x'), RESOLVED],
      ['reason Accepted'],
    ],
    [
      'the wording only',
      [condition('Accepted', 'True', 'Accepted', 'Route is accepted'), RESOLVED],
      ['message Accepted'],
    ],
    ['a condition that the cluster lacks', [ACCEPTED], ['missing ResolvedRefs']],
    [
      'a condition that is not predicted',
      [ACCEPTED, RESOLVED, condition('PartiallyInvalid', 'True', 'UnsupportedValue', 'x')],
      ['extra PartiallyInvalid'],
    ],
  ])('tells that a list differs in %s', (_, conditions, differences) => {
    expect(ofRoute(parents(IN_GW, NGF, ...conditions))).toEqual([
      {
        place: 'parent gw http',
        predicted: ['Accepted', 'ResolvedRefs'],
        relation: 'compared',
        differences,
      },
    ]);
  });

  it('takes a ref without what the API server has defaults for as the same', () => {
    const [list] = ofRoute(parents('name: gw, sectionName: http', NGF, ACCEPTED, RESOLVED));
    expect(list?.relation).toBe('compared');
  });

  it('tells lists that only one side has, and those of another controller', () => {
    const elsewhere = parents('name: old', NGF, ACCEPTED);
    const foreign = parents(IN_GW, 'example.com/other', ACCEPTED);
    expect(ofRoute(elsewhere).map(({ place, relation }) => [place, relation])).toEqual([
      ['parent gw http', 'not-written'],
      ['parent old', 'not-predicted'],
    ]);
    expect(ofRoute(foreign).map(({ place, relation }) => [place, relation])).toEqual([
      ['parent gw http', 'not-written'],
      ['parent gw http', 'other-controller'],
    ]);
  });

  it('says when the controller has not seen the newest spec', () => {
    const old = condition('Accepted', 'True', 'Accepted', 'x', ', observedGeneration: 1');
    const all = compare([gateway(), route(parents(IN_GW, NGF, old)), SERVICE]);
    expect(all.find(({ kind }) => kind === 'parent')?.real?.stale).toEqual({
      observed: 1,
      generation: 2,
    });
  });

  it('takes the status of a definition that a later one without status replaces', () => {
    const all = compare([
      gateway(),
      route(parents(IN_GW, NGF, ACCEPTED, RESOLVED)),
      route(),
      SERVICE,
    ]);
    const list = all.find(({ kind }) => kind === 'parent');
    expect([list?.objectId, list?.real?.relation]).toEqual(['file#2', 'compared']);
  });

  it('compares the conditions of a Gateway and its listeners only with who runs it', () => {
    const status = `status: { conditions: [${condition('Accepted', 'True', 'Accepted', 'x')}], listeners: [{ name: http, conditions: [] }, { name: gone, conditions: [] }] }`;
    const relations = (id: ImplementationId) =>
      compare([gateway(status), route(), SERVICE], id)
        .filter(({ objectId }) => objectId === 'file#0')
        .map((list) => [told(list).place, list.real?.relation]);
    expect(relations('nginx-gateway-fabric')).toEqual([
      ['object', 'compared'],
      ['listener gw http', 'compared'],
      ['listener gw gone', 'not-predicted'],
    ]);
    expect(new Set(relations('kgateway').map(([, relation]) => relation))).toEqual(
      new Set([undefined]),
    );
  });

  it('holds nothing against an implementation that only stands in for the one that runs here', () => {
    const documents = [gateway(), route(parents(IN_GW, NGF, ACCEPTED, RESOLVED)), SERVICE];
    const all = compare(documents, 'envoy-gateway');
    expect(all.filter(({ kind }) => kind === 'parent')).toHaveLength(1);
    expect(all.some(({ real }) => real !== undefined)).toBe(false);
  });

  it('passes over the status of kinds that other controllers keep', () => {
    const deployment =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d }\nspec: {}\nstatus: { conditions: [{ type: Available, status: "True" }] }';
    expect(compare([gateway(), deployment]).some(({ real }) => real !== undefined)).toBe(false);
  });

  it('survives a status of any shape', () => {
    for (const status of ['status: 4', 'status: [a]', 'status: { parents: 3, conditions: {} }'])
      expect(ofRoute(status)).toHaveLength(1);
    expect(ofRoute('status: { parents: [4, { conditions: [null, 5, {}] }] }')).toHaveLength(3);
  });
});
