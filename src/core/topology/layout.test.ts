import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTopology } from './build-topology.ts';
import { anySetup } from './generated.testing.ts';
import { GUIDE } from './guide.testing.ts';
import { overlaps } from './labels.ts';
import { pillBox } from './pills.ts';
import { crosses } from './plan.ts';
import { topologyInput } from './setup.testing.ts';
import type { Setup } from './setup.testing.ts';
import type { Point, Rect, Topology } from './types.ts';

const build = (setup: Setup): Topology => buildTopology(topologyInput(setup));

/** Every line of the picture with a name to tell it by. */
function linesOf({ edges, hops }: Topology): readonly (readonly [string, readonly Point[]])[] {
  return [
    ...edges.map(({ id, route }) => [id, route] as const),
    ...hops.flatMap(({ id, leads }) => leads.map((lead) => [`lead of ${id}`, lead] as const)),
  ];
}

function crossings(topology: Topology): readonly string[] {
  return linesOf(topology).flatMap(([id, route]) =>
    topology.nodes.filter((node) => crosses(route, node, -0.5)).map((node) => `${id} × ${node.id}`),
  );
}

function collisions({ nodes, hops }: Topology): readonly string[] {
  const boxes: readonly (readonly [string, Rect])[] = [
    ...nodes.map((node) => [node.id, node] as const),
    ...hops.map(({ id, tube }) => [id, tube] as const),
  ];
  return boxes.flatMap(([a, boxA], at) =>
    boxes.slice(at + 1).flatMap(([b, boxB]) => (overlaps(boxA, boxB) ? [`${a} × ${b}`] : [])),
  );
}

const slanted = (route: readonly Point[]): boolean =>
  route.some((a, at) => {
    const b = route[at + 1];
    return b !== undefined && a.x !== b.x && a.y !== b.y;
  });

const placesOf = ({ nodes, edges, hops }: Topology): ReadonlyMap<string, string> =>
  new Map([
    ...nodes.map(({ id, x, y }) => [id, `${x},${y}`] as const),
    ...edges.map(({ id, route }) => [id, JSON.stringify(route)] as const),
    ...hops.map(({ id, tube }) => [id, JSON.stringify(tube)] as const),
  ]);

describe('layout', () => {
  it('runs no line under a node, in the guide and in any setup', () => {
    expect(crossings(build(GUIDE))).toEqual([]);
    fc.assert(
      fc.property(anySetup, (setup) => {
        expect(crossings(build(setup))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('lets no node or tube cover another', () => {
    expect(collisions(build(GUIDE))).toEqual([]);
    fc.assert(
      fc.property(anySetup, (setup) => {
        expect(collisions(build(setup))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('lets no pill of a check cover a node or a tube, in the guide and in any setup', () => {
    const covered = ({ nodes, hops, edges }: Topology): readonly string[] => {
      const pills = edges.flatMap((edge) =>
        edge.kind === 'verifies' ? [pillBox(edge.pill, edge.labelAt)] : [],
      );
      const boxes = [...nodes, ...hops.map(({ tube }) => tube)];
      return pills.flatMap((pill) =>
        boxes.filter((box) => overlaps(pill, box)).map((box) => JSON.stringify([pill, box])),
      );
    };
    expect(covered(build(GUIDE))).toEqual([]);
    fc.assert(
      fc.property(anySetup, (setup) => {
        expect(covered(build(setup))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('draws every edge, and only along the axes', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const lines = linesOf(build(setup));
        expect(lines.filter(([, route]) => route.length < 2 || slanted(route))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('starts and ends every edge on the border of its nodes', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const { nodes, edges } = build(setup);
        const byId = new Map(nodes.map((node) => [node.id, node]));
        const loose = edges.filter(({ source, target, route }) => {
          const ends = [
            [byId.get(source), route[0]],
            [byId.get(target), route.at(-1)],
          ] as const;
          return !ends.every(([node, end]) => node && end && onBorder(node, end));
        });
        expect(loose).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('moves nothing when an unrelated object is added, first or last', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const before = placesOf(build(setup));
        const after = placesOf(build({ ...setup, objects: [...setup.objects, 'Secret/new'] }));
        const first = placesOf(build({ ...setup, objects: ['Secret/new', ...setup.objects] }));
        for (const [id, place] of before) expect(after.get(id)).toBe(place);
        const drawn = build(setup);
        const fixed = drawn.nodes.filter(({ y }) => y < (drawn.loose?.y ?? Infinity));
        for (const { id } of fixed) expect(first.get(id)).toBe(before.get(id));
      }),
      { numRuns: 100 },
    );
  });

  it('moves nothing when an object gets a longer fact or a mark', () => {
    const before = placesOf(build(GUIDE));
    const facts = { ...GUIDE.facts, 'Secret/app-tls-secret': 'expired 20 Aug 2026, no SAN' };
    const marks = { ...GUIDE.marks, 'Gateway/gateway': 'error' } as const;
    expect(placesOf(build({ ...GUIDE, facts, marks }))).toEqual(before);
  });
});

function onBorder({ x, y, width, height }: Rect, point: Point): boolean {
  const within = point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
  const inside = point.x > x && point.x < x + width && point.y > y && point.y < y + height;
  return within && !inside;
}

describe('a large workspace', () => {
  const many = Array.from({ length: 200 }, (_, at) => at);
  const large: Setup = {
    objects: [
      'Gateway/gateway',
      ...many.flatMap((at) => [
        `HTTPRoute/r${at}`,
        `Service/s${at}`,
        `Deployment/d${at}`,
        `BackendTLSPolicy/p${at}`,
        `Secret/i${at}`,
      ]),
      'ConfigMap/ca',
    ],
    references: many.flatMap((at): Setup['references'] => [
      [`HTTPRoute/r${at}`, 'parentRef', 'spec.parentRefs.0', 'Gateway/gateway'],
      [`HTTPRoute/r${at}`, 'backendRef', 'spec.rules.0.backendRefs.0', `Service/s${at}`],
      [`Service/s${at}`, 'selector', 'spec.selector', `Deployment/d${at}`],
      [`BackendTLSPolicy/p${at}`, 'policyTarget', 'spec.targetRefs.0', `Service/s${at}`],
      [`BackendTLSPolicy/p${at}`, 'caCertificateRef', 'spec.caCertificateRefs.0', 'ConfigMap/ca'],
      [`Deployment/d${at}`, 'volume', 'spec.volumes.0', `Secret/i${at}`],
    ]),
    hops: many.map((at) => ['Gateway/gateway', `HTTPRoute/r${at}`, `Service/s${at}`]),
  };

  it('is one component with a set of lanes for each backend, still without crossings', () => {
    const topology = build(large);
    expect(topology.nodes).toHaveLength(1002);
    expect(topology.hops).toHaveLength(200);
    expect(topology.lanes.filter(({ row }) => row === 'traffic')).toHaveLength(200);
    expect(crossings(topology)).toEqual([]);
  });
});
