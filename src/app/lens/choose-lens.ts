import type { ImplementationVerdict } from '../../core/analysis/types.ts';
import { worstOf } from '../../core/topology/index.ts';
import { studio } from '../../state/index.ts';

/**
 * Looks at the same files through one implementation. Where Gateways here run it, their connections are looked at as
 * they are, the worst first; any other implementation is simulated on all of them.
 */
export function chooseLens({ implementation, gateways, connections }: ImplementationVerdict): void {
  if (gateways.length === 0) {
    studio.setLens(implementation);
    return;
  }
  studio.setLens(null);
  const shown = studio.store.getState().view.connectionId;
  const worst = worstOf(connections, ({ verdict }) => verdict);
  if (worst === undefined || connections.some(({ connectionId }) => connectionId === shown)) return;
  studio.showConnection(worst.connectionId);
}
