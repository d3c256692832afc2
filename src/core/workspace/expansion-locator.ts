import type { TextRange } from '../model/index.ts';
import { alignLines, lineIndex } from '../source/index.ts';
import type { Expansion } from './guide/expand-heredoc.ts';

/**
 * Finds the places of expansions in a text that the user may have edited since it arrived. The place is known as long as its
 * line is the same; a line that was changed has been dealt with.
 *
 * @param carved the text as it arrived
 * @param current the text now
 */
export function expansionLocator(
  carved: string,
  current: string,
): (expansion: Expansion) => TextRange | null {
  if (carved === current) return ({ target }) => target;
  const before = lineIndex(carved);
  const after = lineIndex(current);
  const aligned = alignLines(carved.split(/\r\n|\r|\n/), current.split(/\r\n|\r|\n/));
  return ({ target }) => {
    const { line } = before.positionAt(target.start);
    const place = aligned[line - 1] ?? null;
    if (place === null) return null;
    const moved = after.lineRange(place + 1).start - before.lineRange(line).start;
    return { start: target.start + moved, end: target.end + moved };
  };
}
