import type { ImplementationId } from '../../model/index.ts';
import { groupBy } from '../group-by.ts';
import { kinds } from '../kinds.ts';
import { keptInOrder } from '../listener-conflicts.ts';
import { makeFinding } from '../make-finding.ts';
import { mergeListeners } from '../merged-listeners.ts';
import type { Listener, ObjectIndex } from '../types.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

/**
 * gateway_types.go, "Handling indistinct Listeners": a conflicted listener's port is not configured. Some
 * implementations keep the first one nevertheless.
 */
export function checkListenerConflicts({
  index,
  references,
  implementations,
}: Pick<CheckContext, 'index' | 'references' | 'implementations'>): readonly GatewayApiFinding[] {
  const merged = mergeListeners(index, references);
  return index.ofKind(kinds.gateway).flatMap((gateway) => {
    const all = merged.ofGateway(gateway.id);
    if (all.every(({ conflict }) => conflict === undefined)) return [];
    const id = implementations.get(gateway.key)?.id ?? null;
    const kept = id === null ? NONE : keptBy(id, all);
    return all.flatMap((listener) => conflictFinding(index, listener, all, kept.has(listener)));
  });
}

/**
 * The listeners that stay: of all in one place the first for kgateway (listener/validation.go) and agentgateway
 * (gateway_collection.go `validateListenerConflicts`). On a port with one protocol the first also stays for Envoy Gateway
 * below HTTP and TLS (validate.go `validateConflictedLayer4Listeners`), for NGINX Gateway Fabric above
 * (gateway_listener.go `uniqueListenerConflictResolver`).
 */
function keptBy(id: ImplementationId, all: readonly Listener[]): ReadonlySet<Listener> {
  const single = (protocols: readonly string[]): ReadonlySet<Listener> =>
    keptInOrder(
      [...groupBy(all, ({ port }) => port).values()]
        .filter((onPort) => new Set(onPort.map(({ protocol }) => protocol)).size === 1)
        .flat()
        .filter(({ protocol }) => protocols.includes(protocol)),
    );
  switch (id) {
    case 'kgateway':
    case 'agentgateway':
      return keptInOrder(all);
    case 'envoy-gateway':
      return single(['TCP', 'UDP']);
    case 'nginx-gateway-fabric':
      return single(['HTTP', 'HTTPS', 'TLS']);
    default:
      return id satisfies never;
  }
}

const NONE: ReadonlySet<Listener> = new Set();

function conflictFinding(
  index: ObjectIndex,
  listener: Listener,
  all: readonly Listener[],
  isKept: boolean,
): readonly GatewayApiFinding[] {
  const object = index.byId.get(listener.listenerSetId ?? listener.gatewayId);
  if (object === undefined || listener.conflict === undefined) return [];
  const others = all
    .filter((other) => other !== listener && other.port === listener.port)
    .map(({ name, protocol, hostname }) => `${name} (${protocol} ${hostname ?? '*'})`);
  const { name, port, conflict } = listener;
  return [
    makeFinding({
      code: 'LISTENER-CONFLICTED',
      severity: isKept ? 'warning' : 'error',
      object,
      path: ['spec', 'listeners', listener.index],
      params: {
        listener: name,
        port: String(port),
        reason: conflict,
        others: others.join(', '),
        effect: isKept
          ? 'This gateway keeps the listener, because it comes first; by the Gateway API none of them works.'
          : 'The listener is not configured.',
      },
      step: 1,
    }),
  ];
}
