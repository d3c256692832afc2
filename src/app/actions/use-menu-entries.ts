import { useAnalysis, useStudio } from '../../state/index.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { isApple } from '../platform.ts';
import { actionTitle, isAvailable } from './Action.ts';
import { actionById, actionContext } from './registry.ts';
import { formatShortcut } from './shortcut.ts';

/** Actions as menu entries, in the order given; those that cannot run now are left out. */
export function useMenuEntries(ids: readonly string[]): readonly MenuEntry[] {
  const studio = useStudio((state) => state);
  const derived = useAnalysis((state) => state);
  const context = { studio, derived };
  return ids.flatMap((id): MenuEntry[] => {
    const action = actionById(id);
    if (!isAvailable(action, context)) return [];
    const [shortcut] = action.shortcuts;
    return [
      {
        kind: 'item',
        id,
        label: actionTitle(action, context),
        ...(action.icon === undefined ? {} : { icon: action.icon }),
        ...(shortcut === undefined ? {} : { shortcut: formatShortcut(shortcut, isApple) }),
        onSelect: () => {
          action.run(actionContext());
        },
      },
    ];
  });
}
