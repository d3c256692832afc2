import { kinds } from '../../../gateway-api/index.ts';
import type { RouteAttachment } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import { streamRoutes } from '../listeners/stream-routes.ts';

/**
 * What kgateway tells a route of one parent.
 *
 * - `told`: a listener of the parent is translated with the route
 * - `lost`: an older TCPRoute has the listener
 * - `untold`: no listener that takes the route has its port, or the route has several rules where one is taken: the
 *   route gets no status there
 */
export type ParentReport = 'told' | 'lost' | 'untold';

/**
 * @param route what is attached, without a reason against it
 * @see kgateway translator/listener/gateway_listener_translator.go `mergeGWListeners`, `rejectConflictingRoute`
 */
export function parentReport(
  { resolution, listeners: listenersOf }: KgatewayState,
  route: ManifestObject,
  { gatewayId, listeners }: RouteAttachment,
): ParentReport {
  const gateway = resolution.index.byId.get(gatewayId ?? '');
  if (gateway === undefined) return 'untold';
  const all = listenersOf(gateway);
  const open = listeners.filter(({ listener }) =>
    all.some((one) => one.placed && one.listener === listener),
  );
  if (!isStream(route)) return open.length === 0 ? 'untold' : 'told';
  const streams = open.map(({ listener }) => streamRoutes(resolution, listener));
  if (streams.some(({ told }) => told.has(route))) return 'told';
  return streams.some(({ lost }) => lost.has(route)) ? 'lost' : 'untold';
}

/** TLSRoutes and TCPRoutes. */
export function isStream({ group, kind }: ManifestObject): boolean {
  const name = `${group}/${kind}`;
  return name === kinds.tlsRoute || name === kinds.tcpRoute;
}
