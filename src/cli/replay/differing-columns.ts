import type { Fields } from './json.ts';

/** A disagreement in columns: both sides hold those that differ. */
export interface DifferingColumns {
  readonly id: string;
  readonly expected: Fields;
  readonly got: Fields;
}

/** The columns in which two answers differ, compared as JSON text, keys in the recorded order; null when they agree in all of `recorded`. */
export function differingColumns(
  id: string,
  recorded: Fields,
  got: Fields,
): DifferingColumns | null {
  const names = Object.keys(recorded).filter((name) => !same(recorded[name], got[name]));
  if (names.length === 0) return null;
  return { id, expected: pick(recorded, names), got: pick(got, names) };
}

function pick(columns: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, columns[name] ?? null]));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
