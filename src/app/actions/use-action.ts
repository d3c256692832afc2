import { useAnalysis, useStudio } from '../../state/index.ts';
import { isApple } from '../platform.ts';
import { actionTitle, isAvailable, type Action } from './Action.ts';
import { actionById, actionContext } from './registry.ts';
import { formatShortcut } from './shortcut.ts';

/** An action as a control shows it. */
export interface ActionControl {
  readonly action: Action;
  readonly title: string;
  readonly shortcut: string | undefined;
  readonly available: boolean;
  readonly run: () => void;
}

/** An action of the registry for a button: title, shortcut, whether it can run now. */
export function useAction(id: string): ActionControl {
  const studio = useStudio((state) => state);
  const derived = useAnalysis((state) => state);
  const action = actionById(id);
  const context = { studio, derived };
  const [shortcut] = action.shortcuts;
  return {
    action,
    title: actionTitle(action, context),
    shortcut: shortcut === undefined ? undefined : formatShortcut(shortcut, isApple),
    available: isAvailable(action, context),
    run: () => {
      action.run(actionContext());
    },
  };
}
