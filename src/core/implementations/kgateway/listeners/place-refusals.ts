import type { Listener } from '../../../gateway-api/types.ts';
import { groupBy } from '../../../gateway-api/group-by.ts';
import { CONFLICT_MESSAGES } from '../../listeners/conflict-messages.ts';

/** Why a listener does not get its port; the reason stands in Conflicted, Accepted and Programmed. */
export interface PlaceRefusal {
  readonly reason: 'ProtocolConflict' | 'HostnameConflict' | 'Invalid';
  readonly message: string;
}

/** Ports of Envoy's own: statistics, readiness, administration. */
const RESERVED: readonly number[] = [9091, 8082, 19000];

/**
 * The listeners of one Gateway that do not get their port. The first listener of a port stays; others need its
 * protocol (HTTPS and TLS go together as long as there is no third one), and the first with a host name has it,
 * even if its own protocol is refused.
 *
 * @param listeners in order of precedence, those that no route can use left out
 * @see kgateway pkg/kgateway/translator/listener/validation.go `validateListeners`, pkg/kgateway/validate/gateway.go
 */
export function placeRefusals(listeners: readonly Listener[]): ReadonlyMap<Listener, PlaceRefusal> {
  const found = new Map<Listener, PlaceRefusal>();
  for (const [port, onPort] of groupBy(listeners, (listener) => listener.port)) {
    const transports = new Set(onPort.map(transportOf));
    const hosts = new Map<string, Listener>();
    for (const listener of onPort)
      if (!hosts.has(hostOf(listener))) hosts.set(hostOf(listener), listener);
    for (const listener of onPort) {
      const isOther = transports.size > 1 && listener.protocol !== onPort[0]?.protocol;
      const refusal = isOther
        ? conflict('ProtocolConflict')
        : hosts.get(hostOf(listener)) === listener
          ? reserved(port)
          : conflict('HostnameConflict');
      if (refusal !== undefined) found.set(listener, refusal);
    }
  }
  return found;
}

function conflict(reason: 'ProtocolConflict' | 'HostnameConflict'): PlaceRefusal {
  return { reason, message: CONFLICT_MESSAGES[reason] };
}

function reserved(port: number): PlaceRefusal | undefined {
  return RESERVED.includes(port)
    ? { reason: 'Invalid', message: `invalid port ${port} in listener: port is reserved` }
    : undefined;
}

function transportOf({ protocol }: Listener): string {
  return protocol === 'HTTPS' || protocol === 'TLS' ? 'HTTPS/TLS' : protocol;
}

function hostOf({ hostname }: Listener): string {
  return hostname === undefined || hostname === '' ? '*' : hostname;
}
