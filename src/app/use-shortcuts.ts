import { useEffect } from 'react';
import { studio } from '../state/index.ts';
import { isTextTarget } from '../ui/index.ts';
import type { Action, ActionContext } from './actions/Action.ts';
import { isAvailable } from './actions/Action.ts';
import { actionContext, actions } from './actions/registry.ts';
import { isLetterKey, matchesShortcut } from './actions/shortcut.ts';
import { isApple } from './platform.ts';
import { currentTier, hasSheets } from './tier.ts';

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

/** Escape where no layer took it: the sheet, then the maximised panel. True when there was one. */
function escape({ studio: { view } }: ActionContext): boolean {
  if (hasSheets(currentTier()) && view.sheet !== 'none') studio.setSheet('none');
  else if (view.dock === 'maximised') studio.setDock('open');
  else return false;
  return true;
}

/** A tooltip is no layer: it must not cost an Escape of its own. */
function isLayerOpen(): boolean {
  return document.querySelector('.dlg, .pop, .menu') !== null;
}

function onEscape(event: KeyboardEvent): void {
  if (event.defaultPrevented || isLayerOpen()) return;
  if (escape(actionContext())) event.preventDefault();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key === 'Escape') {
    onEscape(event);
    return;
  }
  if (event.defaultPrevented || event.isComposing) return;
  const context = actionContext();
  if (context.studio.view.dialog !== 'none') return;
  const action = findAction(event, context);
  if (action === undefined) return;
  // Also when it cannot run now: the browser's own command behind the key would surprise more.
  event.preventDefault();
  if (isAvailable(action, context)) action.run(context);
}

/** Ahead of everything on the page, where Escape is not for a field or an editor. */
function onKeyDownFirst(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !isTextTarget(event.target)) onEscape(event);
}

/** Runs actions by their shortcuts, once for the whole page. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDownFirst, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDownFirst, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
