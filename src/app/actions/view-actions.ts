import { CalendarClock, Keyboard, Maximize2, Moon, PanelBottomClose, Workflow } from 'lucide-react';
import { isEmptyWorkspace, studio } from '../../state/index.ts';
import { toggleTheme } from '../theme.ts';
import type { Action, ActionContext } from './Action.ts';

const hasWorkspace = ({ studio: { workspace } }: ActionContext) => !isEmptyWorkspace(workspace);

/** How things are shown. */
export const viewActions: readonly Action[] = [
  {
    id: 'toggle-theme',
    title: 'Switch between light and dark',
    group: 'View',
    icon: Moon,
    shortcuts: [],
    everywhere: true,
    keywords: ['theme'],
    run: toggleTheme,
  },
  {
    id: 'system-theme',
    title: 'Use the theme of the system',
    group: 'View',
    icon: Moon,
    shortcuts: [],
    everywhere: true,
    available: ({ studio: { view } }) => view.theme !== 'system',
    run: () => {
      studio.setTheme('system');
    },
  },
  {
    id: 'toggle-outline',
    title: 'Switch between graph and outline',
    titleNow: ({ studio: { view } }) =>
      view.graphMode === 'graph' ? 'Show the outline' : 'Show the graph',
    group: 'View',
    icon: Workflow,
    shortcuts: [],
    available: hasWorkspace,
    run: ({ studio: { view } }) => {
      studio.setGraphMode(view.graphMode === 'graph' ? 'outline' : 'graph');
    },
  },
  {
    id: 'maximise-dock',
    title: 'Maximise the lower panel',
    titleNow: ({ studio: { view } }) =>
      view.dock === 'maximised' ? 'Restore the lower panel' : 'Maximise the lower panel',
    group: 'View',
    icon: Maximize2,
    shortcuts: [],
    available: hasWorkspace,
    run: ({ studio: { view } }) => {
      studio.setDock(view.dock === 'maximised' ? 'open' : 'maximised');
    },
  },
  {
    id: 'collapse-dock',
    title: 'Collapse the lower panel',
    titleNow: ({ studio: { view } }) =>
      view.dock === 'collapsed' ? 'Open the lower panel' : 'Collapse the lower panel',
    group: 'View',
    icon: PanelBottomClose,
    shortcuts: [],
    available: hasWorkspace,
    run: ({ studio: { view } }) => {
      studio.setDock(view.dock === 'collapsed' ? 'open' : 'collapsed');
    },
  },
  {
    id: 'back-to-today',
    title: 'Back to today',
    group: 'View',
    icon: CalendarClock,
    shortcuts: [],
    keywords: ['date', 'as of'],
    available: ({ studio: { workspace } }) => workspace.options.at !== null,
    run: () => {
      studio.update({ type: 'set-options', label: 'Back to today', options: { at: null } });
    },
  },
  {
    id: 'shortcuts',
    title: 'Keyboard shortcuts',
    group: 'View',
    icon: Keyboard,
    shortcuts: ['?'],
    everywhere: true,
    run: () => {
      studio.openDialog('shortcuts');
    },
    yieldsToText: true,
  },
];
