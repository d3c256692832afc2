import type { ImplementationId } from '../model/index.ts';
import { checkListenerConflicts } from './checks/check-listener-conflicts.ts';
import type { DetectedImplementation, Resolution } from './types.ts';

/**
 * The same manifests with every Gateway run by one implementation, whatever their GatewayClass says. Who runs a
 * Gateway decides nothing else of a resolution but whether that is known and which of conflicting listeners it keeps.
 */
export function simulateOn(resolution: Resolution, id: ImplementationId): Resolution {
  const implementation: DetectedImplementation = { id, how: 'simulated', evidence: id };
  const { index, references, connections, findings } = resolution;
  const implementations = new Map(
    [...resolution.implementations.keys()].map((key) => [key, implementation]),
  );
  return {
    ...resolution,
    implementations,
    connections: connections.map((connection) => ({ ...connection, implementation })),
    findings: [
      ...findings.filter(({ code }) => !DECIDED_BY_IMPLEMENTATION.includes(code)),
      ...checkListenerConflicts({ index, references, implementations }),
    ],
  };
}

const DECIDED_BY_IMPLEMENTATION: readonly string[] = [
  'GATEWAY-CLASS-UNKNOWN',
  'LISTENER-CONFLICTED',
];
