import type { Connection } from '../../gateway-api/index.ts';
import type { ImplementationId } from '../../model/index.ts';
import type { UpstreamTls } from '../types.ts';

/** What stands for the settings of a connection whose listener is not opened: a client gets no connection at all. */
export function unopened(
  { routeKind }: Connection,
  implementation: ImplementationId,
  version: string,
  reason: string,
): UpstreamTls {
  return {
    implementation,
    version,
    mode: 'blocked',
    reason,
    verifyNames: [],
    verifyDepth: 0,
    versions: [],
    isGrpc: routeKind === 'GRPCRoute',
  };
}
