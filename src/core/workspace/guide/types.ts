import type { Finding, SetAside, TextRange } from '../../model/index.ts';
import type { WorkspaceFindingCode } from '../findings.ts';
import type { Expansion } from './expand-heredoc.ts';

/** One file that a guide would bring into the cluster. */
export interface CarvedFile {
  readonly path: string;
  /** What would arrive: indentation of the guide taken off, unquoted heredocs expanded. */
  readonly text: string;
  readonly origin: { readonly guideId: string; readonly range: TextRange };
  /** From `kubectl -n`. */
  readonly defaultNamespace?: string;
  /** What the shell changed, with the heredoc it happened in; absent when nothing was expanded. */
  readonly heredoc?: CarvedHeredoc;
}

export interface CarvedHeredoc {
  readonly delimiter: string;
  readonly expansions: readonly Expansion[];
  /** The body as the guide has it, indentation taken off. */
  readonly literal: string;
}

export interface CarvedGuide {
  readonly files: readonly CarvedFile[];
  /** The same findings as `workspaceFindings` gives for the files, but placed in the guide. */
  readonly findings: readonly Finding<WorkspaceFindingCode>[];
  readonly setAside: readonly SetAside[];
}
