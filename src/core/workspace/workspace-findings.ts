import type { Finding, Guide, TextRange, Workspace, WorkspaceFile } from '../model/index.ts';
import type { WorkspaceFindingCode } from './findings.ts';
import { carveGuide } from './guide/carve-guide.ts';
import type { Expansion } from './guide/expand-heredoc.ts';
import { describeExpansions } from './guide/expansion-findings.ts';
import type { CarvedFile, CarvedGuide } from './guide/types.ts';
import { expansionLocator } from './expansion-locator.ts';

/**
 * What is to be told about how the files came into the workspace: what a shell took out of an unquoted heredoc and is still
 * missing from the text, and texts that were no UTF-8. Derived from the workspace as it is now, so that a repaired place
 * is not told again.
 */
export function workspaceFindings(workspace: Workspace): readonly Finding<WorkspaceFindingCode>[] {
  const carved = new Map<string, CarvedGuide>();
  return workspace.files.flatMap((file) => [
    ...encodingFindings(file),
    ...heredocFindings(file, originOf(file, workspace.guides, carved)),
  ]);
}

/**
 * The file as it was carved from its guide, or null for a file that came from elsewhere.
 *
 * @param carved guides that were carved already, by id; grows
 */
export function originOf(
  file: WorkspaceFile,
  guides: readonly Guide[],
  carved: Map<string, CarvedGuide>,
): CarvedFile | null {
  const { origin } = file;
  const guide = guides.find((one) => one.id === origin?.guideId);
  if (origin === undefined || guide === undefined) return null;
  const known = carved.get(guide.id) ?? carveGuide(guide);
  carved.set(guide.id, known);
  return known.files.find((one) => one.origin.range.start === origin.range.start) ?? null;
}

function heredocFindings(
  file: WorkspaceFile,
  origin: CarvedFile | null,
): readonly Finding<WorkspaceFindingCode>[] {
  if (origin === null || (origin.heredoc?.expansions ?? []).length === 0) return [];
  const locate = expansionLocator(origin.text, file.text);
  return describeExpansions(origin, {
    fileId: file.id,
    path: file.path,
    locate: (expansion: Expansion): TextRange | null => {
      const found = locate(expansion);
      return found === null ? null : wholeLine(file.text, found);
    },
  });
}

/** What vanished has no width: its line is marked, without the indentation. */
function wholeLine(text: string, { start, end }: TextRange): TextRange {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /[\r\n]/.exec(text.slice(end))?.index;
  const to = rest === undefined ? text.length : end + rest;
  const indent = /^\s*/.exec(text.slice(from, to))?.[0].length ?? 0;
  return { start: Math.min(from + indent, start), end: to };
}

function encodingFindings(file: WorkspaceFile): readonly Finding<WorkspaceFindingCode>[] {
  const { id, path, text, encoding } = file;
  if (encoding === undefined) return [];
  const base = { subject: { kind: 'file', fileId: id } as const, fixes: [] };
  if (encoding !== 'utf-8-with-errors') {
    const code = 'WORKSPACE-ENCODING-UTF16';
    const params = { path, encoding: encoding === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE' };
    return [{ ...base, id: `${code}@${id}`, code, severity: 'note', params }];
  }
  const start = text.indexOf('\uFFFD');
  if (start === -1) return [];
  const code = 'WORKSPACE-ENCODING-LOSSY';
  const params = { path, count: String(text.split('\uFFFD').length - 1) };
  const at = { fileId: id, range: { start, end: start + 1 } };
  return [{ ...base, id: `${code}@${id}`, code, severity: 'error', at, params }];
}
