import { kinds, type Resolution } from '../../../gateway-api/index.ts';
import { attachRoutes } from '../../../gateway-api/attach-routes.ts';
import type { RouteAttachment } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { ruleBackends } from '../../rule-backends.ts';
import { checkBackendRef, type CheckedBackendRef } from '../check-backend-ref.ts';
import type { KgatewayState } from '../kgateway-state.ts';

/** A backend (Service port or Backend) that routes of a Gateway lead to. */
export interface RoutedBackend {
  /** The Gateway or ListenerSet that the route names. */
  readonly parent: ManifestObject;
  readonly backend: ManifestObject;
  readonly portName?: string;
}

/** Routes and backends of the Gateways that kgateway runs. */
export interface Routing {
  readonly gateways: readonly ManifestObject[];
  readonly attachments: readonly RouteAttachment[];
  /** backendRefs of rules, in order, by route. */
  readonly backendRefs: ReadonlyMap<string, readonly CheckedBackendRef[]>;
  /** In the order of the routes; a backend may come more than once. */
  readonly routed: readonly RoutedBackend[];
}

/** Follows every attached route of every kgateway Gateway to its backends; those of TLSRoutes count since 2.4. */
export function routing({ resolution, features }: KgatewayState): Routing {
  const { index, references, implementations } = resolution;
  const gateways = index
    .ofKind(kinds.gateway)
    .filter(({ key }) => implementations.get(key)?.id === 'kgateway');
  const own = new Set(gateways.map(({ id }) => id));
  const layer7 = attachRoutes(index, references, [kinds.httpRoute, kinds.grpcRoute]);
  const layer4 = attachRoutes(index, references, [kinds.tlsRoute, kinds.tcpRoute]);
  const isOwn = ({ gatewayId }: RouteAttachment): boolean => own.has(gatewayId ?? '');
  const attachments = [...layer7, ...layer4].filter(isOwn);
  const leading = features.programmedRoutes ? attachments : layer7.filter(isOwn);
  const backendRefs = backendRefsByRoute(resolution);
  const routed = leading.flatMap(
    ({ gatewayId, listenerSetId, routeId, listeners }): RoutedBackend[] => {
      const parent = index.byId.get(listenerSetId ?? gatewayId ?? '');
      if (parent === undefined || listeners.length === 0) return [];
      return (backendRefs.get(routeId) ?? []).flatMap((ref) => {
        if (!ref.ok) return [];
        const { backend, portName } = ref;
        return [portName === undefined ? { parent, backend } : { parent, backend, portName }];
      });
    },
  );
  return { gateways, attachments, backendRefs, routed };
}

function backendRefsByRoute({
  index,
  references,
}: Resolution): ReadonlyMap<string, readonly CheckedBackendRef[]> {
  const byRoute = new Map<string, readonly CheckedBackendRef[]>();
  for (const [routeId, refs] of ruleBackends(references)) {
    const route = index.byId.get(routeId);
    if (route === undefined) continue;
    const checked = refs.map((reference) => checkBackendRef(index, route, reference));
    byRoute.set(routeId, checked);
  }
  return byRoute;
}
