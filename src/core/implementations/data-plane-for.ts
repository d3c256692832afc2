import type { Connection, Resolution } from '../gateway-api/index.ts';
import { agentgatewayDataPlane } from './agentgateway/agentgateway-data-plane.ts';
import type { DataPlaneConfig } from './data-plane.ts';
import { envoyGatewayDataPlane } from './envoy-gateway/envoy-gateway-data-plane.ts';
import { implementationInfo } from './implementation-info.ts';
import { kgatewayDataPlane } from './kgateway/kgateway-data-plane.ts';
import { asReadBy } from './listener-sets/as-read-by.ts';
import { unreadListener } from './listener-sets/unread-listener.ts';
import { ngfDataPlane } from './nginx-gateway-fabric/data-plane/ngf-data-plane.ts';
import type { ChosenVersions } from './program.ts';

/**
 * The part of the data plane's configuration that serves a connection, each line with the field that made it.
 *
 * @returns null when it is not known which implementation runs the Gateway; no lines when that one does not read the
 *   ListenerSet of the listener
 */
export function dataPlaneFor(
  connection: Connection,
  resolution: Resolution,
  versions: ChosenVersions,
): DataPlaneConfig | null {
  const { id } = connection.implementation;
  if (id === null) return null;
  const version = versions[id] ?? implementationInfo[id].defaultVersion;
  if (unreadListener(connection, resolution, id, version) !== null)
    return { language: id === 'nginx-gateway-fabric' ? 'nginx' : 'yaml', lines: [] };
  const read = asReadBy(id, version, resolution);
  switch (id) {
    case 'nginx-gateway-fabric':
      return ngfDataPlane(connection, read, version);
    case 'envoy-gateway':
      return envoyGatewayDataPlane(connection, read, version);
    case 'kgateway':
      return kgatewayDataPlane(connection, read, version);
    case 'agentgateway':
      return agentgatewayDataPlane(connection, read, version);
    default:
      return id satisfies never;
  }
}
