import type { Connection, Resolution } from '../../gateway-api/index.ts';
import type { DataPlaneConfig } from '../data-plane.ts';
import { yamlLines, type YamlEntry } from '../yaml-lines.ts';
import { checkBackendRef } from './check-backend-ref.ts';
import { clusterEntries } from './cluster-entries.ts';
import { clusterName } from './cluster-name.ts';
import { kgatewayState } from './kgateway-state.ts';
import { sentByKgateway } from './program-kgateway.ts';

/** The cluster that a backendRef without a usable target is routed to; it does not exist. */
const BLACKHOLE = 'blackhole_cluster';

/**
 * The part of Envoy's configuration that serves one connection: its cluster, or the route to a cluster that is
 * left out. Load balancing and timeouts are left out. Keys are never written. A cluster that Envoy refuses is shown
 * as it is sent.
 *
 * @param version release line, e.g. `2.4`
 */
export function kgatewayDataPlane(
  connection: Connection,
  resolution: Resolution,
  version: string,
): DataPlaneConfig {
  const { index } = resolution;
  const { upstream } = sentByKgateway(connection, resolution, version);
  const gateway = index.byId.get(connection.gatewayId);
  const route = index.byId.get(connection.routeId);
  const checked = route && checkBackendRef(index, route, connection.backend.reference);
  const backend = checked?.ok === true ? checked.backend : undefined;
  const state = kgatewayState(resolution, version);
  const owns = gateway !== undefined && state.clientCertificate(gateway).kind === 'used';
  const port = connection.backend.kind === 'service' ? connection.backend.port : 0;
  const name = backend && clusterName(backend, port, owns ? gateway : undefined);
  const entries =
    upstream.mode === 'blocked' || backend === undefined || name === undefined
      ? missingCluster(connection, name ?? BLACKHOLE)
      : clusterEntries(state, connection, backend, name, upstream);
  return { language: 'yaml', lines: yamlLines(entries) };
}

/** The route stays and names a cluster that Envoy does not get. */
function missingCluster(
  { backend: { reference } }: Connection,
  name: string,
): readonly YamlEntry[] {
  const map = [
    { key: 'cluster', value: name },
    { key: 'clusterNotFoundResponseCode', value: 'INTERNAL_SERVER_ERROR' },
  ];
  return [{ key: 'route', value: { map }, from: reference.from }];
}
