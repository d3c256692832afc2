import type { Resolution } from '../gateway-api/index.ts';
import type { ImplementationId } from '../model/index.ts';
import { agentgatewayStatus } from './agentgateway/status/agentgateway-status.ts';
import { predictEnvoyGatewayStatus } from './envoy-gateway/predict-envoy-gateway-status.ts';
import { implementationInfo } from './implementation-info.ts';
import { kgatewayStatus } from './kgateway/status/kgateway-status.ts';
import { asReadBy } from './listener-sets/as-read-by.ts';
import { ngfStatus } from './nginx-gateway-fabric/status/ngf-status.ts';
import type { ChosenVersions } from './program.ts';
import type { ObjectStatus } from './status.ts';

/**
 * The conditions that the controllers of all Gateways of the workspace are predicted to write, one controller after
 * the other.
 *
 * @param at the date, for controllers that look at those of listeners' certificates; without it they count as valid
 */
export function predictStatus(
  resolution: Resolution,
  versions: ChosenVersions,
  at?: number,
): readonly ObjectStatus[] {
  const ids = new Set([...resolution.implementations.values()].map(({ id }) => id));
  return [...ids].flatMap((id) =>
    id === null ? [] : predictStatusBy(id, resolution, versions, at),
  );
}

/**
 * The conditions that one controller is predicted to write for the Gateways it runs and what belongs to them.
 *
 * @param at as in {@link predictStatus}
 */
export function predictStatusBy(
  id: ImplementationId,
  resolution: Resolution,
  versions: ChosenVersions,
  at?: number,
): readonly ObjectStatus[] {
  const version = versions[id] ?? implementationInfo[id].defaultVersion;
  const read = asReadBy(id, version, resolution);
  switch (id) {
    case 'nginx-gateway-fabric':
      return ngfStatus(read, version);
    case 'envoy-gateway':
      return predictEnvoyGatewayStatus(read, version, { at });
    case 'kgateway':
      return kgatewayStatus(read, version);
    case 'agentgateway':
      return agentgatewayStatus(read, version);
    default:
      return id satisfies never;
  }
}
