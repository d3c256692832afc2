import type { Severity, StepNumber, TextEdit, Workspace } from '../model/index.ts';
import { applyEdits, editsByFile } from '../source/index.ts';
import type { Verdict } from '../topology/types.ts';
import { verdictOfHandshake } from '../topology/verdict.ts';
import type { Answer } from './types.ts';

/** What a connection would come to. */
export interface ConnectionOutlook {
  readonly connectionId: string;
  readonly verdict: Verdict;
  /** `All 11 steps pass`. */
  readonly headline: string;
}

/** What would still be wrong. */
export interface OpenFinding {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly step?: StepNumber;
}

/** What edits would lead to: every connection's verdict, and what stays open. */
export interface Outlook {
  readonly connections: readonly ConnectionOutlook[];
  /** Errors and warnings, in the order of the analysis. */
  readonly open: readonly OpenFinding[];
}

/** The workspace with the texts of its files edited. */
export function withEdits(workspace: Workspace, edits: readonly TextEdit[]): Workspace {
  const byFile = editsByFile(edits);
  const files = workspace.files.map((file) => {
    const own = byFile.get(file.id);
    return own === undefined ? file : { ...file, text: applyEdits(file.text, own) };
  });
  return { ...workspace, files };
}

/** The part of an answer that a preview shows. */
export function outlookOf({ handshakes, findings }: Answer): Outlook {
  return {
    connections: handshakes.map((handshake) => ({
      connectionId: handshake.connectionId,
      verdict: verdictOfHandshake(handshake),
      headline: handshake.outcome.headline,
    })),
    open: findings
      .filter(({ severity }) => severity !== 'note')
      .map(({ id, title, severity, step }) => ({
        id,
        title,
        severity,
        ...(step !== undefined && { step }),
      })),
  };
}
