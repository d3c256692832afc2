import type { Disagreement } from '../types.ts';

/** What stands in a control plane's output, by a name that both sides find: a cluster, a list of conditions. */
export type Table = ReadonlyMap<string, unknown>;

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
