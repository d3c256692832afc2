import type { Disagreement, Note } from '../types.ts';

/** What stands in a control plane's output, by a name that both sides find: a cluster, a list of conditions. */
export type Table = ReadonlyMap<string, unknown>;

/**
 * The recorded rows without those of objects that nothing at all is predicted of, where the build leaves a kind
 * unpredicted on purpose; each such object is told.
 *
 * @param unpredicted kinds of which an object may stay without a prediction
 */
export function judgedRows(
  recorded: Table,
  predicted: Table,
  unpredicted: readonly string[],
  note: Note,
): Table {
  const judged = new Set([...predicted.keys()].map(objectOf));
  const passed = (name: string): boolean =>
    unpredicted.some((kind) => name.startsWith(`${kind} `)) && !judged.has(objectOf(name));
  const names = [...recorded.keys()].filter(passed).map(objectOf);
  for (const name of new Set(names)) note(`${name}, of which nothing is predicted`);
  return new Map([...recorded].filter(([name]) => !passed(name)));
}

/** `Kind namespace/name` of a row of conditions. */
function objectOf(row: string): string {
  return row.split(' ').slice(0, 2).join(' ');
}

/** The rows in which two tables differ, whichever has them; null when they agree. */
export function differingRows(id: string, recorded: Table, predicted: Table): Disagreement | null {
  const names = [...new Set([...recorded.keys(), ...predicted.keys()])].filter(
    (name) => canonical(recorded.get(name)) !== canonical(predicted.get(name)),
  );
  if (names.length === 0) return null;
  return { id, expected: pick(recorded, names), got: pick(predicted, names) };
}

function pick(table: Table, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, table.get(name) ?? null]));
}

/** JSON with sorted keys; absent and null are one. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
