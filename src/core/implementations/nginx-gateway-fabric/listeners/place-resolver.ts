import type { Listener, ListenerConflict } from '../../../gateway-api/types.ts';
import { met, unmet } from '../status/conditions.ts';
import { haveOverlap } from '../status/overlapping-listeners.ts';
import { resolvesListenerSets } from '../versions.ts';
import { notProgrammed, type Draft } from './draft.ts';

/** Gives one listener after the other its port, and takes ports away again. */
export type PlaceResolver = (draft: Draft) => void;

const LAYER4: readonly string[] = ['TCP', 'UDP'];

/**
 * Listeners of the Gateway that clash lose their port, all of them; one of a ListenerSet gives way. Two with the same
 * protocol and host name keep the first.
 *
 * @see NGF graph/gateway_listener.go `portConflictResolver`, `uniqueListenerConflictResolver`
 */
export function createPlaceResolver(version: string): PlaceResolver {
  const rules = resolvesListenerSets(version);
  const ports = new Map<number, { conflicted: boolean; readonly seen: Draft[] }>();
  const taken = new Set<string>();
  return (draft) => {
    const { port, protocol, hostname = '' } = draft.listener;
    const place = ports.get(port) ?? { conflicted: false, seen: [] };
    ports.set(port, place);
    const [owner] = place.seen;
    if (place.conflicted) lose(version, draft, 'ProtocolConflict', protocols(port));
    else if (
      owner !== undefined &&
      groupOf(owner.listener, rules) !== groupOf(draft.listener, rules)
    ) {
      place.conflicted = !isInSet(draft);
      const losers = isInSet(draft) ? [draft] : [...place.seen, draft];
      for (const one of losers) lose(version, one, 'ProtocolConflict', protocols(port));
    } else resolveAlike(version, place.seen, draft);
    place.seen.push(draft);
    const key = `${port}|${protocol}|${hostname}`;
    if (!rules || !draft.valid) return;
    if (taken.has(key)) lose(version, draft, 'HostnameConflict', duplicates(port, protocol));
    else taken.add(key);
  };
}

/** HTTPS beside TLS with overlapping names; since 2.6 also two TCP or two UDP listeners. */
function resolveAlike(version: string, seen: readonly Draft[], draft: Draft): void {
  const { port, protocol } = draft.listener;
  const layer4 = LAYER4.includes(protocol);
  if (layer4 && !resolvesListenerSets(version)) return;
  const against = seen.filter(({ listener }) =>
    layer4
      ? listener.protocol === protocol
      : listener.protocol !== protocol &&
        !LAYER4.includes(listener.protocol) &&
        haveOverlap(listener.hostname, draft.listener.hostname),
  );
  if (against.length === 0) return;
  const reason = layer4 ? 'ProtocolConflict' : 'HostnameConflict';
  const message = layer4
    ? `Multiple ${protocol} listeners cannot share the same port ${port}`
    : overlapping(port);
  for (const one of isInSet(draft) ? [draft] : [...against, draft])
    lose(version, one, reason, message);
}

function lose(version: string, draft: Draft, reason: ListenerConflict, message: string): void {
  draft.valid = false;
  draft.conditions.push(
    unmet('Accepted', reason, message),
    met('Conflicted', reason, message),
    notProgrammed(message, resolvesListenerSets(version) ? reason : 'Invalid'),
  );
}

function isInSet({ listener }: Draft): boolean {
  return listener.listenerSetId !== undefined;
}

/** Protocols of one group share a port. TCP and UDP went with HTTP until 2.5. */
function groupOf({ protocol }: Listener, apart: boolean): string {
  if (protocol === 'HTTPS' || protocol === 'TLS') return 'secure';
  return apart && LAYER4.includes(protocol) ? 'layer 4' : 'clear';
}

const protocols = (port: number): string =>
  `Multiple listeners for the same port ${port} specify incompatible protocols; ensure only one protocol per port`;
const overlapping = (port: number): string =>
  `HTTPS and TLS listeners for the same port ${port} specify overlapping hostnames; ensure no overlapping hostnames for HTTPS and TLS listeners for the same port`;
const duplicates = (port: number, protocol: string): string =>
  `Multiple listeners with the same port ${port} and protocol ${protocol} have overlapping hostnames`;
