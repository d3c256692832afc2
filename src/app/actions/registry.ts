import { analysisStore, studio } from '../../state/index.ts';
import type { Action, ActionContext } from './Action.ts';
import { editActions } from './edit-actions.ts';
import { fileActions } from './file-actions.ts';
import { goActions } from './go-actions.ts';
import { viewActions } from './view-actions.ts';
import { whatIfActions } from './what-if-actions.ts';

/** Every command of the app, once. Toolbar, palette, keyboard and the list of shortcuts read this. */
export const actions: readonly Action[] = [
  ...fileActions,
  ...editActions,
  ...goActions,
  ...viewActions,
  ...whatIfActions,
];

/** An action by its id; an unknown id is a bug of ours. */
export function actionById(id: string): Action {
  const action = actions.find((one) => one.id === id);
  if (action === undefined) throw new Error(`There is no action ${id}.`);
  return action;
}

/** What actions look at, as it is now. */
export function actionContext(): ActionContext {
  return { studio: studio.store.getState(), derived: analysisStore.getState() };
}
