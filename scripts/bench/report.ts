export interface Row {
  readonly name: string;
  readonly value: number;
  /** `×`: as many times another engine's time in the same run. */
  readonly unit: 'ms' | 'kB' | '×';
  /** Null: told for information. */
  readonly budget: number | null;
}

/** Times depend on the machine and on its other work; sizes do not, and best runs hardly against each other. */
const slack = { ms: 3, kB: 1, '×': 1.2 };

const digits = { ms: 1, kB: 1, '×': 2 };

export type Verdict = 'within' | 'over' | 'missed' | 'no budget';

/** `over` is past the budget but within what a busy machine explains. */
export function judge({ value, unit, budget }: Row): Verdict {
  if (budget === null) return 'no budget';
  if (value <= budget) return 'within';
  return value <= budget * slack[unit] ? 'over' : 'missed';
}

/** @returns a table in plain text, one line for each row */
export function formatTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map((row) => {
      const value = `${row.value.toFixed(digits[row.unit])} ${row.unit}`.padStart(12);
      const budget = row.budget === null ? '' : `of ${budgetText(row.budget)} ${row.unit}`;
      return `${row.name.padEnd(width)} ${value}  ${budget.padEnd(12)} ${judge(row)}`;
    })
    .join('\n');
}

/** At most two decimals, none that say nothing. */
function budgetText(budget: number): string {
  return String(Math.round(budget * 100) / 100);
}

/** @returns the middle of the values, 0 when there are none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
