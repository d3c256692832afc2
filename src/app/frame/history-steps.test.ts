import { describe, expect, it } from 'vitest';
import { createStudio } from '../../state/index.ts';
import { historyLines } from './history-steps.ts';

function renamed(...names: readonly string[]) {
  const studio = createStudio();
  for (const name of names) studio.update({ type: 'rename', label: `Rename to ${name}`, name });
  return studio;
}
const linesOf = ({ store }: ReturnType<typeof createStudio>) =>
  historyLines(store.getState().history).map((line) => (line.kind === 'now' ? 'now' : line.label));

describe('the list of the history', () => {
  it('names redo above and undo below, each side with the nearest step nearest', () => {
    const studio = renamed('A', 'B', 'C', 'D');
    studio.travel(-2);
    expect(linesOf(studio)).toEqual([
      'Redo Rename to D',
      'Redo Rename to C',
      'now',
      'Undo Rename to B',
      'Undo Rename to A',
    ]);
  });

  it('goes to before the step that undo names, and to after the step that redo names', () => {
    const studio = renamed('A', 'B', 'C', 'D');
    const choose = (label: string) => {
      const lines = historyLines(studio.store.getState().history);
      for (const line of lines)
        if (line.kind === 'step' && line.label === label) studio.travel(line.steps);
    };
    choose('Undo Rename to B');
    expect(studio.store.getState().workspace.name).toBe('A');
    choose('Redo Rename to D');
    expect(studio.store.getState().workspace.name).toBe('D');
  });
});
