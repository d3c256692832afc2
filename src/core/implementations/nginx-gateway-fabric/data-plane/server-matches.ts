import { comparePrecedence } from '../../../gateway-api/compare-precedence.ts';
import { itemsAt, stringAt, type Resolution } from '../../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../../manifest/types.ts';
import type { DataPlaneContext } from './data-plane-context.ts';

/** One match of a route's rule, as the nginx server that serves it sees it. */
export interface ServerMatch {
  readonly route: ManifestObject;
  readonly ruleIndex: number;
  readonly path: string;
  readonly type: 'exact' | 'prefix' | 'regularExpression';
  /** Conditions besides the path, the more the earlier: method, headers, query parameters. */
  readonly conditions: readonly [number, number, number];
}

/** The first match of the connection's rule, and its place among all matches of its server. */
export interface PlacedMatch {
  readonly match: ServerMatch;
  readonly pathRule: number;
  readonly matchRule: number;
  /** Another match has the same path, or this one asks for more than the path. */
  readonly isInternal: boolean;
}

/**
 * Where the connection's rule stands in its server: paths in alphabetical order, the matches of one path with the more
 * particular first.
 *
 * @see NGF state/dataplane `buildServers`, `sortMatchRules`; nginx/config/servers.go `needsInternalLocationsForMatches`
 */
export function placedMatch(context: DataPlaneContext, serverName: string): PlacedMatch {
  const { connection, route } = context;
  const all = serverMatches(context, serverName);
  const own = matchesOf(route).find(({ ruleIndex }) => ruleIndex === connection.ruleIndex);
  const match = own ?? { ...rootMatch(route), ruleIndex: connection.ruleIndex };
  const paths = [...new Set(all.map(pathKey))].toSorted();
  const beside = all.filter((other) => pathKey(other) === pathKey(match)).toSorted(compareMatches);
  const matchRule = beside.findIndex(
    (other) => other.route.id === route.id && other.ruleIndex === connection.ruleIndex,
  );
  return {
    match,
    pathRule: Math.max(0, paths.indexOf(pathKey(match))),
    matchRule: Math.max(0, matchRule),
    isInternal: beside.length > 1 || match.conditions.some((count) => count > 0),
  };
}

function serverMatches(
  { connection: { gatewayId, listener }, state }: DataPlaneContext,
  serverName: string,
): readonly ServerMatch[] {
  const { attachments, index }: Resolution = state.resolution;
  const routeIds = new Set(
    attachments
      .filter(({ gatewayId: other }) => other === gatewayId)
      .filter(({ listeners }) =>
        listeners.some(
          (taken) => taken.listener.port === listener.port && taken.hostnames.includes(serverName),
        ),
      )
      .map(({ routeId }) => routeId),
  );
  return [...routeIds].flatMap((id) => {
    const route = index.byId.get(id);
    return route === undefined ? [] : matchesOf(route);
  });
}

function matchesOf(route: ManifestObject): readonly ServerMatch[] {
  return itemsAt(route.value, ['spec', 'rules']).flatMap((rule, ruleIndex) => {
    const matches = itemsAt(rule, ['matches']);
    if (matches.length === 0) return [{ ...rootMatch(route), ruleIndex }];
    return matches.map((match) => ({ route, ruleIndex, ...readMatch(route.kind, match) }));
  });
}

function rootMatch(route: ManifestObject): ServerMatch {
  return { route, ruleIndex: 0, path: '/', type: 'prefix', conditions: [0, 0, 0] };
}

type ReadMatch = Pick<ServerMatch, 'path' | 'type' | 'conditions'>;

function readMatch(kind: string, match: JsonValue): ReadMatch {
  const headers = itemsAt(match, ['headers']).length;
  if (kind === 'GRPCRoute') return { ...grpcPath(match), conditions: [0, headers, 0] };
  const method = stringAt(match, ['method']) === undefined ? 0 : 1;
  return {
    path: stringAt(match, ['path', 'value']) ?? '/',
    type: pathType(stringAt(match, ['path', 'type'])),
    conditions: [method, headers, itemsAt(match, ['queryParams']).length],
  };
}

/** @see NGF graph/grpcroute.go `convertGRPCMatches` */
function grpcPath(match: JsonValue): Pick<ServerMatch, 'path' | 'type'> {
  const service = stringAt(match, ['method', 'service']);
  const method = stringAt(match, ['method', 'method']);
  return service === undefined || method === undefined
    ? { path: '/', type: 'prefix' }
    : { path: `/${service}/${method}`, type: 'exact' };
}

function pathType(type: string | undefined): ServerMatch['type'] {
  if (type === 'Exact') return 'exact';
  return type === 'RegularExpression' ? 'regularExpression' : 'prefix';
}

function pathKey({ path, type }: ServerMatch): string {
  return `${path} ${type}`;
}

function compareMatches(a: ServerMatch, b: ServerMatch): number {
  for (const [at, count] of a.conditions.entries()) {
    const other = b.conditions[at] ?? 0;
    if (count !== other) return other - count;
  }
  return comparePrecedence(a.route, b.route);
}
