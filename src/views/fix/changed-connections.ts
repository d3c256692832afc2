import type { Analysis, ConnectionOutlook } from '../../core/analysis/index.ts';
import type { Verdict } from '../../core/topology/types.ts';
import { handshakeOf, handshakeVerdict } from '../../state/index.ts';

/** One connection before and after. */
export interface ChangedConnection {
  readonly connectionId: string;
  readonly label: string;
  readonly before: { readonly verdict: Verdict; readonly headline: string } | null;
  readonly after: { readonly verdict: Verdict; readonly headline: string };
}

/** The connections that come to something else, those that are new among them. */
export function changedConnections(
  analysis: Analysis,
  after: readonly ConnectionOutlook[],
): readonly ChangedConnection[] {
  return after.flatMap(({ connectionId, verdict, headline }): readonly ChangedConnection[] => {
    const own = analysis.connections.find((one) => one.connection.id === connectionId);
    const handshake = handshakeOf(analysis, connectionId);
    const before =
      handshake === null
        ? null
        : { verdict: handshakeVerdict(handshake), headline: handshake.outcome.headline };
    if (before?.verdict === verdict && before.headline === headline) return [];
    const label = own?.label ?? 'A new connection';
    return [{ connectionId, label, before, after: { verdict, headline } }];
  });
}
