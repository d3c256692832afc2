import type { Topology } from '../../../core/topology/types.ts';

/** What a picture without any hop lacks to show a request path, in request order. */
export function missingParts({ nodes, hops }: Topology): string | null {
  if (hops.length > 0) return null;
  const has = (...kinds: readonly string[]): boolean =>
    nodes.some(({ kind, ghost }) => !ghost && kinds.includes(kind));
  if (!has('Gateway')) return 'Add a Gateway to see where requests enter.';
  if (!has('HTTPRoute', 'GRPCRoute')) {
    return 'Add an HTTPRoute whose parentRefs names the Gateway.';
  }
  if (!has('Service', 'Backend')) return 'Add the Service that a backendRef names.';
  return 'No route is attached to a Gateway. Problems say why.';
}
