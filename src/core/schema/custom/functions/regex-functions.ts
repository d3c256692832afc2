import { failsWith, gives, method } from '../cel/cel-function.ts';
import type { CelFunction, CelOutcome } from '../cel/cel-function.ts';
import type { CelValue } from '../cel/cel-value.ts';
import { makeLinearRegex } from '../regex/linear-regex.ts';

/**
 * `find` and `findAll`.
 *
 * @see k8s.io/apiserver pkg/cel/library/regex.go
 */
export const regexFunctions: readonly CelFunction[] = [
  method('find', 1, ([text, pattern]) => matches(text, pattern, 1n, (all) => gives(all[0] ?? ''))),
  method('findAll', 1, ([text, pattern]) => matches(text, pattern, -1n, gives)),
  method('findAll', 2, ([text, pattern, limit]) => matches(text, pattern, limit, gives)),
];

/** `limit` below 0 asks for all, as in Go's FindAllString. */
function matches(
  text: CelValue | undefined,
  pattern: CelValue | undefined,
  limit: CelValue | undefined,
  then: (all: readonly string[]) => CelOutcome,
): CelOutcome | null {
  if (typeof text !== 'string' || typeof pattern !== 'string' || typeof limit !== 'bigint') {
    return null;
  }
  const made = makeLinearRegex(pattern);
  if (!made.ok) return failsWith(`Illegal regex: ${made.error}`);
  const found: string[] = [];
  let from = 0;
  let previousEnd = -1;
  while (from <= text.length && (limit < 0n || BigInt(found.length) < limit)) {
    const match = made.regex.find(text, from);
    if (match === null) break;
    const empty = match.start === match.end;
    // Go drops an empty match that touches the one before it.
    if (!empty || match.start !== previousEnd) found.push(text.slice(match.start, match.end));
    previousEnd = match.end;
    from = empty ? match.end + 1 : match.end;
  }
  return then(found);
}
