import type { RenderedFinding } from '../core/analysis/types.ts';
import type { Severity, StepNumber } from '../core/model/index.ts';

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * The order in which problems are read: errors, warnings, notes; within each the step that ends the
 * connection first, then by step, then those that break no step.
 */
export function orderProblems(
  findings: readonly RenderedFinding[],
  decisive?: StepNumber,
): readonly RenderedFinding[] {
  const step = (one: RenderedFinding) =>
    one.step === undefined ? 99 : one.step === decisive ? 0 : one.step;
  return [...findings].sort((a, b) => weight[a.severity] - weight[b.severity] || step(a) - step(b));
}

/** The problem after (`1`) or before (`-1`) the selected one, around the ends; null when there is none. */
export function neighbourProblem(
  ordered: readonly RenderedFinding[],
  selectedId: string | null,
  direction: 1 | -1,
): RenderedFinding | null {
  const index = ordered.findIndex((one) => one.id === selectedId);
  if (index === -1) return (direction === 1 ? ordered[0] : ordered.at(-1)) ?? null;
  return ordered[(index + direction + ordered.length) % ordered.length] ?? null;
}
