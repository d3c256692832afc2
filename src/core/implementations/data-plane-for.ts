import type { Connection, Resolution } from '../gateway-api/index.ts';
import { agentgatewayDataPlane } from './agentgateway/agentgateway-data-plane.ts';
import type { DataPlaneConfig } from './data-plane.ts';
import { envoyGatewayDataPlane } from './envoy-gateway/envoy-gateway-data-plane.ts';
import { implementationInfo } from './implementation-info.ts';
import { kgatewayDataPlane } from './kgateway/kgateway-data-plane.ts';
import { ngfDataPlane } from './nginx-gateway-fabric/data-plane/ngf-data-plane.ts';
import type { ChosenVersions } from './program.ts';

/**
 * The part of the data plane's configuration that serves a connection, each line with the field that made it.
 *
 * @returns null when it is not known which implementation runs the Gateway
 */
export function dataPlaneFor(
  connection: Connection,
  resolution: Resolution,
  versions: ChosenVersions,
): DataPlaneConfig | null {
  const { id } = connection.implementation;
  if (id === null) return null;
  const version = versions[id] ?? implementationInfo[id].defaultVersion;
  switch (id) {
    case 'nginx-gateway-fabric':
      return ngfDataPlane(connection, resolution, version);
    case 'envoy-gateway':
      return envoyGatewayDataPlane(connection, resolution, version);
    case 'kgateway':
      return kgatewayDataPlane(connection, resolution, version);
    case 'agentgateway':
      return agentgatewayDataPlane(connection, resolution);
    default:
      return id satisfies never;
  }
}
