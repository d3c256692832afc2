import type { LineSource, ListedLine } from '../../core/analysis/data-plane/types.ts';

/** Whether two lines come from the same field. */
export function sameSource(a: LineSource | undefined, b: LineSource | undefined): boolean {
  return a !== undefined && a.objectId === b?.objectId && a.field === b.field;
}

/** Whether a line is the first of a run from one field, beside which the field is named. What only closes is not. */
export function startsRun(lines: readonly ListedLine[], at: number): boolean {
  if (/^\s*\}$/.test(lines[at]?.text ?? '')) return false;
  return !sameSource(lines[at]?.source, lines[at - 1]?.source);
}

/**
 * The line with a field that a key leads to.
 *
 * @param from where the key was pressed
 * @returns null when the key moves nothing
 */
export function lineAfterKey(
  lines: readonly ListedLine[],
  from: number,
  key: string,
): number | null {
  const linked = lines.flatMap(({ source }, at) => (source === undefined ? [] : [at]));
  const found = {
    ArrowDown: linked.find((at) => at > from),
    ArrowUp: linked.findLast((at) => at < from),
    Home: linked[0],
    End: linked.at(-1),
  };
  return isKeyOf(found, key) ? (found[key] ?? null) : null;
}

function isKeyOf<Known extends object>(known: Known, key: string): key is keyof Known & string {
  return Object.hasOwn(known, key);
}
