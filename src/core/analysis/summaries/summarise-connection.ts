import type { BackendTarget, Connection } from '../../gateway-api/index.ts';
import type { UpstreamTls } from '../../implementations/types.ts';
import { hopMode } from '../../topology/index.ts';
import type { BackendTls } from '../../workload/index.ts';
import type { AnalysedConnection } from '../types.ts';

/** One connection as a person chooses it, with what is known of its far end. */
export function summariseConnection(
  connection: Connection,
  backend: BackendTls,
  upstream: UpstreamTls | null,
): AnalysedConnection {
  return {
    connection,
    label: `${connection.hostname}${connection.path} → ${backendLabel(connection.backend)}`,
    mode: upstream === null ? 'unknown' : hopMode(upstream, backend),
    assignmentTarget: backend.assignmentTarget,
    backendOrigin: backend.origin,
    unknowns: backend.unknowns,
  };
}

function backendLabel(backend: BackendTarget): string {
  switch (backend.kind) {
    case 'service':
      return `${backend.target.name}:${String(backend.port)}`;
    case 'external':
      return `${backend.host}:${String(backend.port)}`;
    case 'missing':
      return `${backend.target.name} (not found)`;
    default:
      return backend satisfies never;
  }
}
