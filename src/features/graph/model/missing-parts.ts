import type { Topology } from '../../../core/topology/types.ts';

/** What a picture without any hop lacks to show a request path, in request order. */
export function missingParts({ nodes, hops }: Topology): string | null {
  if (hops.length > 0) return null;
  return (
    missing(nodes, GATEWAYS, 'Add a Gateway to see where requests enter.') ??
    missing(nodes, ROUTES, 'Add an HTTPRoute whose parentRefs names the Gateway.') ??
    missing(nodes, BACKENDS, 'Add the Service that a backendRef names.') ??
    'No route is attached to a Gateway. Problems say why.'
  );
}

const GATEWAYS = ['Gateway'];
const ROUTES = ['HTTPRoute', 'GRPCRoute'];
const BACKENDS = ['Service', 'Backend', 'AgentgatewayBackend'];

/** Names what is named and not there; `otherwise` where nothing is named. */
function missing(
  nodes: Topology['nodes'],
  kinds: readonly string[],
  otherwise: string,
): string | null {
  const own = nodes.filter(({ kind }) => kinds.includes(kind));
  if (own.some(({ ghost }) => !ghost)) return null;
  const [named] = own;
  return named ? `Add ${named.kind} ${named.name} in ${named.namespace}.` : otherwise;
}
