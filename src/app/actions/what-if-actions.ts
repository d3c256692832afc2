import { CalendarClock, Diff, FlaskConical, RefreshCw, Undo2 } from 'lucide-react';
import { isEmptyWorkspace, studio, type WhatIfTab } from '../../state/index.ts';
import type { Action, ActionContext } from './Action.ts';

const hasWorkspace = ({ studio: { workspace } }: ActionContext) => !isEmptyWorkspace(workspace);

/** Questions about things that are not so; none of them changes a document. */
export const whatIfActions: readonly Action[] = [
  ask('what-if', 'faults', 'What if: try a fault', FlaskConical, ['break', 'simulate', 'wrong']),
  ask('what-if-dates', 'dates', 'What if: find the dates on which it breaks', CalendarClock, [
    'expiry',
    'timeline',
  ]),
  ask('what-if-rotation', 'rotation', 'What if: rehearse the rotation of a CA', RefreshCw, [
    'renew',
  ]),
  ask('what-if-comparison', 'comparison', 'What if: compare two states', Diff, [
    'before',
    'after',
    'history',
  ]),
  {
    id: 'end-simulation',
    title: 'Back to your documents',
    group: 'View',
    icon: Undo2,
    shortcuts: [],
    keywords: ['simulation', 'what if'],
    available: ({ studio: { view } }) => view.simulation !== null,
    run: () => {
      studio.simulate(null);
    },
  },
];

function ask(
  id: string,
  tab: WhatIfTab,
  title: string,
  icon: Action['icon'],
  keywords: readonly string[],
): Action {
  return {
    id,
    title,
    group: 'View',
    ...(icon === undefined ? {} : { icon }),
    shortcuts: [],
    keywords,
    available: hasWorkspace,
    run: () => {
      studio.openWhatIf(tab);
    },
  };
}
