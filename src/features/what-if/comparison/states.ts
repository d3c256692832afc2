import type { Workspace } from '../../../core/model/index.ts';
import type { StudioState } from '../../../state/index.ts';

/** A state of the workspace that can be compared. */
export interface NamedState {
  readonly id: string;
  readonly label: string;
  readonly workspace: Workspace;
}

/** How many steps back are offered. */
const STEPS_BACK = 30;

/** Everything that can be compared: the documents now, the variant on show, as opened, and before each step of the history. */
export function comparableStates({
  workspace,
  baseline,
  history,
  view,
}: Pick<StudioState, 'workspace' | 'baseline' | 'history' | 'view'>): readonly NamedState[] {
  const { simulation } = view;
  const steps = history.past
    .map(({ label, workspace: before }, index) => ({
      id: `step-${String(index)}`,
      label: `Before: ${label}`,
      workspace: before,
    }))
    .slice(-STEPS_BACK)
    .reverse();
  return [
    { id: 'now', label: 'Documents now', workspace },
    ...(simulation === null
      ? []
      : [
          {
            id: 'simulation',
            label: `Simulated: ${simulation.title}`,
            workspace: simulation.workspace,
          },
        ]),
    { id: 'opened', label: 'As opened or last exported', workspace: baseline },
    ...steps,
  ];
}
