import type { TextEdit, Workspace } from '../model/index.ts';
import type { Expansion } from './guide/expand-heredoc.ts';
import { expansionLocator } from './expansion-locator.ts';
import { originOf } from './workspace-findings.ts';

/** Escapes and defaults are meant as they are; only these are a heredoc that should have been quoted. */
const ACCIDENTAL: ReadonlySet<Expansion['kind']> = new Set(['vanished', 'special', 'joined']);

/**
 * The edits that put the text of the guide back where the shell expanded it, where nothing arrives although the
 * guide has text. Places that the user has changed since stay as they are.
 *
 * Repairs `WORKSPACE-HEREDOC-EXPANDED`.
 */
export function restoreHeredoc(workspace: Workspace, fileId: string): readonly TextEdit[] {
  const file = workspace.files.find((one) => one.id === fileId);
  const origin = file === undefined ? null : originOf(file, workspace.guides, new Map());
  if (file === undefined || origin === null) return [];
  const locate = expansionLocator(origin.text, file.text);
  return (origin.heredoc?.expansions ?? []).flatMap((expansion) => {
    if (!ACCIDENTAL.has(expansion.kind)) return [];
    const range = locate(expansion);
    return range === null ? [] : [{ fileId, range, text: expansion.literal }];
  });
}
