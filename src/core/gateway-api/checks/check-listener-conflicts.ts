import { kinds } from '../kinds.ts';
import { makeFinding } from '../make-finding.ts';
import { mergeListeners } from '../merged-listeners.ts';
import type { Listener, ObjectIndex } from '../types.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

/**
 * gateway_types.go, "Handling indistinct Listeners": a conflicted listener's port is not configured. What a controller does
 * with it is told by core/implementations/listeners.
 */
export function checkListenerConflicts({
  index,
  references,
}: Pick<CheckContext, 'index' | 'references'>): readonly GatewayApiFinding[] {
  const merged = mergeListeners(index, references);
  return index.ofKind(kinds.gateway).flatMap((gateway) => {
    const all = merged.ofGateway(gateway.id);
    return all.flatMap((listener) => conflictFinding(index, listener, all));
  });
}

function conflictFinding(
  index: ObjectIndex,
  listener: Listener,
  all: readonly Listener[],
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
      severity: 'error',
      object,
      path: ['spec', 'listeners', listener.index],
      params: {
        listener: name,
        port: String(port),
        reason: conflict,
        others: others.join(', '),
        effect: 'The listener is not configured.',
      },
      step: 1,
    }),
  ];
}
