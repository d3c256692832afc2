import type { Resolution } from '../gateway-api/index.ts';
import type { ImplementationId } from '../model/index.ts';
import { agentgatewayStatus } from './agentgateway/status/agentgateway-status.ts';
import { predictEnvoyGatewayStatus } from './envoy-gateway/predict-envoy-gateway-status.ts';
import { implementationInfo } from './implementation-info.ts';
import { kgatewayStatus } from './kgateway/status/kgateway-status.ts';
import type { ChosenVersions } from './program.ts';
import type { ObjectStatus } from './status.ts';

/**
 * The conditions that the controllers of all Gateways of the workspace are predicted to write, one controller after
 * the other. NGINX Gateway Fabric's are not predicted.
 */
export function predictStatus(
  resolution: Resolution,
  versions: ChosenVersions,
): readonly ObjectStatus[] {
  const versionOf = (id: ImplementationId): string =>
    versions[id] ?? implementationInfo[id].defaultVersion;
  return [
    ...predictEnvoyGatewayStatus(resolution, versionOf('envoy-gateway')),
    ...kgatewayStatus(resolution, versionOf('kgateway')),
    ...agentgatewayStatus(resolution),
  ];
}
