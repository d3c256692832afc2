import { itemsAt, kinds, type Resolution } from '../../../gateway-api/index.ts';
import { attachRoutes } from '../../../gateway-api/attach-routes.ts';
import { createdAt } from '../../../gateway-api/compare-precedence.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import { rememberByIdentity } from '../../../gateway-api/remember-by-identity.ts';
import type { ManifestObject } from '../../../manifest/types.ts';

/** What becomes of the TLSRoutes and TCPRoutes that a TLS or TCP listener takes. */
export interface StreamRoutes {
  /** Each is given a status: it has its one rule, with backends or without. */
  readonly told: ReadonlySet<ManifestObject>;
  /** Younger than the one TCPRoute that the listener has room for. */
  readonly lost: ReadonlySet<ManifestObject>;
  /** Some route makes a filter chain: one with several rules, or without a backend, makes none. */
  readonly chains: boolean;
}

/**
 * A TLS listener has a filter chain for each route, a TCP listener one for its oldest.
 *
 * @see kgateway pkg/kgateway/translator/listener/gateway_listener_translator.go `translateTcpFilterChain`
 */
export function streamRoutes(resolution: Resolution, listener: Listener): StreamRoutes {
  return byPlace(resolution).get(placeOf(listener)) ?? NONE;
}

const NONE: StreamRoutes = { told: new Set(), lost: new Set(), chains: false };

const byPlace = rememberByIdentity(
  ({ index, references }: Resolution): ReadonlyMap<string, StreamRoutes> => {
    const found = new Map<string, { listener: Listener; routes: Set<ManifestObject> }>();
    for (const { routeId, listeners } of attachRoutes(index, references, [
      kinds.tlsRoute,
      kinds.tcpRoute,
    ])) {
      const route = index.byId.get(routeId);
      for (const { listener } of route === undefined ? [] : listeners) {
        const entry = found.get(placeOf(listener)) ?? { listener, routes: new Set() };
        if (route !== undefined) entry.routes.add(route);
        found.set(placeOf(listener), entry);
      }
    }
    return new Map(
      [...found].map(([place, { listener, routes }]) => [place, choose(listener, [...routes])]),
    );
  },
);

function choose({ protocol }: Listener, routes: readonly ManifestObject[]): StreamRoutes {
  const sorted = [...routes].sort((a, b) => createdAt(a) - createdAt(b));
  const chosen = protocol === 'TLS' ? routes : sorted.slice(0, 1);
  const told = chosen.filter(({ value }) => itemsAt(value, ['spec', 'rules']).length === 1);
  return {
    told: new Set(told),
    lost: new Set(protocol === 'TLS' ? [] : sorted.slice(1)),
    chains: told.some(
      ({ value }) => itemsAt(value, ['spec', 'rules', 0, 'backendRefs']).length > 0,
    ),
  };
}

function placeOf({ gatewayId, listenerSetId, index }: Listener): string {
  return `${listenerSetId ?? gatewayId}|${index}`;
}
