import type { Topology } from '../core/topology/types.ts';
import type { ObjectTask } from '../state/index.ts';

/** What has to be added before there is a connection. */
export interface MissingPart {
  readonly words: string;
  /** What adds it, as a button says it; null when another repair is needed. */
  readonly way: { readonly label: string; readonly task: ObjectTask } | null;
}

/** What a picture without any hop lacks to show a request path, in request order. */
export function missingPart({ nodes, hops }: Topology): MissingPart | null {
  if (hops.length > 0) return null;
  return (
    missing(nodes, GATEWAYS, 'Add a Gateway to see where requests enter.') ??
    missing(nodes, ROUTES, 'Add an HTTPRoute whose parentRefs names the Gateway.') ??
    missing(nodes, BACKENDS, 'Add the Service that a backendRef names.') ?? {
      words: 'No route is attached to a Gateway. Problems say why.',
      way: null,
    }
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
): MissingPart | null {
  const own = nodes.filter(({ kind }) => kinds.includes(kind));
  if (own.some(({ ghost }) => !ghost)) return null;
  const [named] = own;
  if (named === undefined)
    return {
      words: otherwise,
      way: { label: 'Add object', task: { do: 'add', objectKey: null } },
    };
  const { id, kind, name, namespace } = named;
  return {
    words: `Add ${kind} ${name} in ${namespace}.`,
    way: { label: `Create ${kind} ${name}`, task: { do: 'create', objectKey: id } },
  };
}
