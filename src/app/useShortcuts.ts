import { useEffect } from 'react';
import { studio } from '../state/index.ts';
import type { Action, ActionContext } from './actions/Action.ts';
import { isAvailable } from './actions/Action.ts';
import { actionContext, actions } from './actions/registry.ts';
import { isLetterKey, matchesShortcut } from './actions/shortcut.ts';
import { isApple } from './platform.ts';

/** True when keys typed there are text. */
function isTextTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], .monaco-editor') !== null
  );
}

function findAction(event: KeyboardEvent, context: ActionContext): Action | undefined {
  const inText = isTextTarget(event.target);
  const { letterKeys } = context.studio.view;
  return actions.find(
    (action) =>
      !(inText && action.yieldsToText === true) &&
      action.shortcuts.some(
        (shortcut) =>
          (letterKeys || !isLetterKey(shortcut)) && matchesShortcut(event, shortcut, isApple),
      ),
  );
}

/** Escape where no layer took it: the sheet, then the maximised panel, then the selection. */
function escape(context: ActionContext): boolean {
  const { view } = context.studio;
  if (view.sheet !== 'none') studio.setSheet('none');
  else if (view.dock === 'maximised') studio.setDock('open');
  else return false;
  return true;
}

/** Runs actions by their shortcuts, once for the whole page. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const context = actionContext();
      const modal = context.studio.view.dialog !== 'none';
      if (event.key === 'Escape') {
        if (!modal && escape(context)) event.preventDefault();
        return;
      }
      if (modal) return;
      const action = findAction(event, context);
      if (action === undefined) return;
      // Also when it cannot run now: the browser's own command behind the key would surprise more.
      event.preventDefault();
      if (isAvailable(action, context)) action.run(context);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
