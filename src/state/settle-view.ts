import type { Analysis } from '../core/analysis/types.ts';
import type { Handshake } from '../core/handshake/types.ts';
import { currentConnection, currentHandshake } from './current-connection.ts';
import type { Selection, ViewState } from './types.ts';

/**
 * The view after a new analysis: a chosen connection that is gone gives way to the worst one, and with it
 * the selection moves to the step that ends it, so that the first look is at the evidence. A selection
 * whose subject is gone is dropped, and an empty one moves on when another gateway answers than in the analysis
 * `before`, or when a variant is `simulated`. Everything else stays: an edit never moves the user.
 */
export function settleView(
  view: ViewState,
  analysis: Analysis,
  before: Analysis | null = null,
  simulated = false,
): ViewState {
  const connection = currentConnection(analysis, view);
  const connectionId = connection?.connection.id ?? null;
  if (connectionId !== view.connectionId) {
    const moved = { ...view, connectionId };
    return exists(view.selection, analysis)
      ? moved
      : { ...moved, selection: firstLook(moved, analysis) };
  }
  if (exists(view.selection, analysis)) return view;
  const stays = !simulated && !anotherGateway(view, analysis, before);
  if (view.selection.kind === 'none' && stays) return view;
  return { ...view, selection: firstLook(view, analysis) };
}

/** Whether the handshake on show is that of another gateway, or of another version of it, than before. */
function anotherGateway(view: ViewState, analysis: Analysis, before: Analysis | null): boolean {
  if (before === null) return false;
  const gateway = (handshake: Handshake | null): string =>
    `${String(handshake?.implementation)} ${handshake?.version ?? ''}`;
  return gateway(currentHandshake(before, view)) !== gateway(currentHandshake(analysis, view));
}

/** The step to look at first: the cause of the failure; nothing when all is well or unknown. */
function firstLook(view: ViewState, analysis: Analysis): Selection {
  const handshake = currentHandshake(analysis, view);
  const step = handshake?.outcome.causeStep;
  if (handshake === null || step === undefined) return { kind: 'none' };
  return { kind: 'step', connectionId: handshake.connectionId, step };
}

function exists(selection: Selection, analysis: Analysis): boolean {
  switch (selection.kind) {
    case 'none':
      return false;
    case 'object':
      return (
        analysis.objects.some((one) => one.key === selection.objectKey) ||
        analysis.topology.nodes.some((one) => one.id === selection.objectKey)
      );
    case 'certificate':
      return analysis.certificates.some((one) => one.id === selection.certificateId);
    case 'hop':
      return analysis.topology.hops.some((one) => one.id === selection.hopId);
    case 'step':
      return analysis.handshakes.some((one) => one.connectionId === selection.connectionId);
    case 'finding':
      return analysis.findings.some((one) => one.id === selection.findingId);
    case 'blob':
      return analysis.blobs.some((one) => one.id === selection.blobId);
    case 'file':
      return true;
    default:
      return selection satisfies never;
  }
}
