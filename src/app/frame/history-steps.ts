import type { HistoryState } from '../../state/index.ts';

/** How many steps to each side the list names; undo and redo reach the rest. */
const shown = 60;

/** A line of the history list: a step by what choosing it does, or the place between back and forward. */
export type HistoryLine =
  | { readonly kind: 'step'; readonly label: string; readonly steps: number }
  | { readonly kind: 'now' };

/**
 * The history newest first: what redo would do, where the workspace stands now, what undo would take back. `steps` does
 * everything up to and with the line.
 */
export function historyLines({ past, future }: HistoryState): readonly HistoryLine[] {
  const step = (verb: 'Undo' | 'Redo', label: string, steps: number): HistoryLine => ({
    kind: 'step',
    label: `${verb} ${label}`,
    steps,
  });
  return [
    ...future
      .slice(0, shown)
      .map(({ label }, index) => step('Redo', label, index + 1))
      .reverse(),
    { kind: 'now' },
    ...past
      .slice(-shown)
      .reverse()
      .map(({ label }, index) => step('Undo', label, -index - 1)),
  ];
}
