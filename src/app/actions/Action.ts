import type { LucideIcon } from 'lucide-react';
import type { AnalysisState, StudioState } from '../../state/index.ts';

/** What an action looks at to know whether it can run. */
export interface ActionContext {
  readonly studio: StudioState;
  readonly derived: AnalysisState;
}

export type ActionGroup = 'File' | 'Edit' | 'Go' | 'View';

/** One command of the app, wherever it is offered: button, palette, keyboard. */
export interface Action {
  readonly id: string;
  /** Imperative. */
  readonly title: string;
  /** The title as it reads now, where it names what it would do: `Undo Edit route.yaml`. */
  readonly titleNow?: (context: ActionContext) => string;
  readonly group: ActionGroup;
  readonly icon?: LucideIcon;
  /** The first one is shown; see `shortcut.ts` for the notation. */
  readonly shortcuts: readonly string[];
  /** Further words by which the palette finds it. */
  readonly keywords?: readonly string[];
  /** Absent: always. An action that cannot run is not offered. */
  readonly available?: (context: ActionContext) => boolean;
  /** It also acts while the questions of a new setup stand in the place of the workspace. */
  readonly everywhere?: boolean;
  readonly run: (context: ActionContext) => void;
  /** While text is edited, its own undo and its letters come first. */
  readonly yieldsToText?: boolean;
}

/** The title as it reads now. */
export function actionTitle(action: Action, context: ActionContext): string {
  return action.titleNow?.(context) ?? action.title;
}

/** True when the action would do something now. */
export function isAvailable(action: Action, context: ActionContext): boolean {
  if (context.studio.view.screen === 'new-setup' && action.everywhere !== true) return false;
  return action.available?.(context) ?? true;
}
