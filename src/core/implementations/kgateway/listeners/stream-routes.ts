import { itemsAt, kinds, type Resolution } from '../../../gateway-api/index.ts';
import { attachRoutes } from '../../../gateway-api/attach-routes.ts';
import { createdAt } from '../../../gateway-api/compare-precedence.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import { rememberByIdentity } from '../../../gateway-api/remember-by-identity.ts';
import type { ManifestObject } from '../../../manifest/types.ts';

/**
 * TLSRoutes and TCPRoutes of a listener that make a filter chain of their own: a TLS listener has one for each route, a
 * TCP listener one for its oldest. A route with several rules, or without a backend, makes none.
 *
 * @see kgateway pkg/kgateway/translator/listener/gateway_listener_translator.go `translateTcpFilterChain`
 */
export function chainRoutes(resolution: Resolution, listener: Listener): readonly ManifestObject[] {
  const routes = routesOf(resolution).get(placeOf(listener)) ?? [];
  const chosen =
    listener.protocol === 'TLS'
      ? routes
      : [...routes].sort((a, b) => createdAt(a) - createdAt(b)).slice(0, 1);
  return chosen.filter(makesChain);
}

function makesChain({ value }: ManifestObject): boolean {
  const rules = itemsAt(value, ['spec', 'rules']);
  return rules.length === 1 && itemsAt(rules[0], ['backendRefs']).length > 0;
}

const routesOf = rememberByIdentity(
  ({ index, references }: Resolution): ReadonlyMap<string, readonly ManifestObject[]> => {
    const found = new Map<string, ManifestObject[]>();
    for (const { routeId, listeners } of attachRoutes(index, references, [
      kinds.tlsRoute,
      kinds.tcpRoute,
    ])) {
      const route = index.byId.get(routeId);
      for (const { listener } of route === undefined ? [] : listeners) {
        const list = found.get(placeOf(listener)) ?? [];
        if (route !== undefined && !list.includes(route)) list.push(route);
        found.set(placeOf(listener), list);
      }
    }
    return found;
  },
);

function placeOf({ gatewayId, listenerSetId, index }: Listener): string {
  return `${listenerSetId ?? gatewayId}|${index}`;
}
