import { buildTopology } from '../../../core/topology/index.ts';
import { GUIDE } from '../../../core/topology/guide.testing.ts';
import { topologyInput, type Setup } from '../../../core/topology/setup.testing.ts';
import type { Topology } from '../../../core/topology/types.ts';
import type { GraphItem } from './graph-items.ts';

export const guideTopology = (change: Partial<Setup> = {}): Topology =>
  buildTopology(topologyInput({ ...GUIDE, ...change }));

/** The guide with a second Service that the route also names: two hops. */
export const twoHops = (): Topology =>
  guideTopology({
    objects: [...GUIDE.objects, 'Service/canary'],
    references: [
      ...GUIDE.references,
      ['HTTPRoute/secure-app', 'backendRef', 'spec.rules.0.backendRefs.1', 'Service/canary'],
    ],
    hops: [...GUIDE.hops, ['Gateway/gateway', 'HTTPRoute/secure-app', 'Service/canary']],
  });

/** How a test calls an item: `Gateway gateway`, `hop`, `Step 8`. */
export function shortName(item: GraphItem | null): string | null {
  if (item === null) return null;
  if (item.kind === 'hop') return 'hop';
  return item.kind === 'object'
    ? `${item.node.kind} ${item.node.name}`
    : `Step ${String(item.edge.step)}`;
}
