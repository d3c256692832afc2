import type { ImplementationId } from '../model/index.ts';
import type { DetectedImplementation, Resolution } from './types.ts';

/**
 * The same manifests with every Gateway run by one implementation, whatever their GatewayClass says. Who runs a
 * Gateway decides nothing else of a resolution but whether that is known.
 */
export function simulateOn(resolution: Resolution, id: ImplementationId): Resolution {
  const implementation: DetectedImplementation = { id, how: 'simulated', evidence: id };
  const { connections, findings } = resolution;
  return {
    ...resolution,
    implementations: new Map(
      [...resolution.implementations.keys()].map((key) => [key, implementation]),
    ),
    connections: connections.map((connection) => ({ ...connection, implementation })),
    findings: findings.filter(({ code }) => code !== 'GATEWAY-CLASS-UNKNOWN'),
  };
}
