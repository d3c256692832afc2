import type { Evidence, Finding, Guide, TextRange } from '../../model/index.ts';
import type { WorkspaceFindingCode } from '../findings.ts';
import type { Expansion } from './expand-heredoc.ts';
import type { CarvedFile } from './types.ts';
import { joined } from '../../words/index.ts';

/** Where findings about a carved text are placed, and how a place of that text is found there. */
export interface ExpansionPlace {
  readonly fileId: string;
  readonly path: string;
  /** Range of an expansion in the file, or null when the user has changed that place since. */
  readonly locate: (expansion: Expansion) => TextRange | null;
}

const CODES = {
  vanished: 'WORKSPACE-HEREDOC-EXPANDED',
  special: 'WORKSPACE-HEREDOC-EXPANDED',
  joined: 'WORKSPACE-HEREDOC-EXPANDED',
  unknown: 'WORKSPACE-HEREDOC-COMMAND',
  stops: 'WORKSPACE-HEREDOC-STOPS',
} as const;

/** Findings of one carved file, placed in its guide: the whole heredoc is marked. */
export function expansionFindings(
  guide: Guide,
  file: CarvedFile,
): readonly Finding<WorkspaceFindingCode>[] {
  const place = { fileId: guide.id, path: guide.path, locate: () => file.origin.range };
  return describeExpansions(file, place);
}

/** What the shell did to a heredoc, one finding for each kind of thing. */
export function describeExpansions(
  file: CarvedFile,
  place: ExpansionPlace,
): readonly Finding<WorkspaceFindingCode>[] {
  const groups = new Map<WorkspaceFindingCode, PlacedExpansion[]>();
  for (const expansion of file.heredoc?.expansions ?? []) {
    // What the author meant to happen is not told: escapes, defaults, variables the guide has set.
    if (expansion.kind === 'unescaped' || expansion.kind === 'replaced') continue;
    const range = place.locate(expansion);
    if (range === null) continue;
    const code = CODES[expansion.kind];
    groups.set(code, [...(groups.get(code) ?? []), { expansion, range }]);
  }
  return [...groups].map(([code, found]) => toFinding(code, found, file, place));
}

interface PlacedExpansion {
  readonly expansion: Expansion;
  readonly range: TextRange;
}

function toFinding(
  code: WorkspaceFindingCode,
  found: readonly PlacedExpansion[],
  { text, heredoc, origin }: CarvedFile,
  { fileId, path }: ExpansionPlace,
): Finding<WorkspaceFindingCode> {
  const [first] = found;
  const literals = found.map(({ expansion }) => name(expansion));
  const vanished = found.filter(({ expansion }) => expansion.kind === 'vanished');
  const example = first === undefined ? null : sides(heredoc?.literal ?? '', text, first.expansion);
  return {
    id: `${code}@${fileId}~${origin.range.start}`,
    code,
    severity: code === 'WORKSPACE-HEREDOC-STOPS' ? 'error' : 'warning',
    subject: { kind: 'file', fileId },
    at: { fileId, range: first?.range ?? { start: 0, end: 0 } },
    params: {
      path,
      delimiter: heredoc?.delimiter ?? 'EOF',
      vanished: joined([...new Set(vanished.map(({ expansion }) => name(expansion)))]),
      changed: joined([...new Set(literals)]),
      count: String(found.length),
    },
    ...(example === null ? {} : { evidence: example }),
    fixes: [],
  };
}

function name({ kind, literal }: Expansion): string {
  if (kind === 'joined') return 'a line break after a backslash';
  return literal.length > 60 ? `${literal.slice(0, 57)}…` : literal.replace(/\s+/g, ' ');
}

function sides(literal: string, text: string, expansion: Expansion): Evidence {
  return {
    expected: { label: 'The guide has', value: lineAround(literal, expansion.source) },
    found: { label: 'What arrives', value: lineAround(text, expansion.target) },
  };
}

function lineAround(text: string, { start, end }: TextRange): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const line = text.slice(from, to === -1 ? text.length : to).trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
