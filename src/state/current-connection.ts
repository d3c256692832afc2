import type { AnalysedConnection, Analysis } from '../core/analysis/types.ts';
import type { Handshake } from '../core/handshake/types.ts';
import type { ImplementationId } from '../core/model/index.ts';
import { verdictOfHandshake } from '../core/topology/verdict.ts';
import type { Verdict } from '../core/topology/types.ts';
import type { ViewState } from './types.ts';

/** The connection on show: the chosen one, else the worst. Null when there is none. */
export function currentConnection(
  analysis: Analysis | null,
  view: Pick<ViewState, 'connectionId'>,
): AnalysedConnection | null {
  if (analysis === null) return null;
  const chosen = analysis.connections.find((one) => one.connection.id === view.connectionId);
  return chosen ?? worstConnection(analysis);
}

/** The handshake on show: that of the current connection. */
export function currentHandshake(
  analysis: Analysis | null,
  view: Pick<ViewState, 'connectionId'>,
): Handshake | null {
  const connection = currentConnection(analysis, view);
  if (analysis === null || connection === null) return null;
  return handshakeOf(analysis, connection.connection.id);
}

/** The handshake of one connection; null when the connection is gone. */
export function handshakeOf(analysis: Analysis, connectionId: string): Handshake | null {
  return analysis.handshakes.find((one) => one.connectionId === connectionId) ?? null;
}

/** The implementation whose verdicts are on show. */
export function currentImplementation(
  analysis: Analysis | null,
  view: Pick<ViewState, 'connectionId'>,
): ImplementationId | null {
  return currentHandshake(analysis, view)?.implementation ?? null;
}

/** One verdict for a whole handshake; unknown without one. */
export function handshakeVerdict(handshake: Handshake | null): Verdict {
  return handshake === null ? 'unknown' : verdictOfHandshake(handshake);
}

const urgency: Readonly<Record<Verdict, number>> = { error: 0, warning: 1, unknown: 2, ok: 3 };

function worstConnection(analysis: Analysis): AnalysedConnection | null {
  const rank = (one: AnalysedConnection) =>
    urgency[handshakeVerdict(handshakeOf(analysis, one.connection.id))];
  return [...analysis.connections].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}
