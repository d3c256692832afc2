import { tokensOf, type Line, type LineRole, type Token } from './line-plan.ts';

/** A column that lines begin at, and where it goes. */
export interface Level {
  readonly old: number;
  readonly now: number;
  readonly dash: boolean;
}

/** Where one line of structure goes, and the levels that are open behind it, the innermost last. */
export interface PlacedLine {
  readonly tokens: readonly (Token & { readonly now: number })[];
  readonly levels: readonly Level[];
}

const STEP = 2;

/**
 * Two columns for each level. A list stands where its author put it: below its key, or at the column of the key. Lines
 * that are no structure get null.
 */
export function layOut(
  lines: readonly Line[],
  roles: readonly LineRole[],
): readonly (PlacedLine | null)[] {
  let levels: readonly Level[] = [];
  return lines.map(({ text }, at) => {
    if (roles[at] !== 'structure') return null;
    const placed: (Token & { now: number })[] = [];
    for (const token of tokensOf(text)) {
      levels = opened(levels, token, placed.at(-1)?.now);
      placed.push({ ...token, now: levels.at(-1)?.now ?? 0 });
    }
    return { tokens: placed, levels };
  });
}

/** @param dash where the dash goes that stands before the token on its line */
function opened(
  levels: readonly Level[],
  { column, dash }: Token,
  before: number | undefined,
): readonly Level[] {
  const open = levels.filter(
    ({ old, dash: isList }) => old < column || (old === column && (dash || !isList)),
  );
  const top = open.at(-1);
  if (top?.old === column && top.dash === dash) return open;
  const isCompact = top?.old === column;
  const now = before ?? top?.now;
  const next = isCompact ? (now ?? 0) : now === undefined ? 0 : now + STEP;
  return [...open, { old: column, now: next, dash }];
}
