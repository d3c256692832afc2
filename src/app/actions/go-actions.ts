import {
  ArrowDown,
  ArrowUp,
  BookOpen,
  ClipboardCheck,
  FileCode,
  ListChecks,
  Search,
  ServerCog,
  Wrench,
} from 'lucide-react';
import {
  currentHandshake,
  isEmptyWorkspace,
  neighbourProblem,
  openFinding,
  orderProblems,
  studio,
  type DockTab,
} from '../../state/index.ts';
import { focusRegion } from '../regions.ts';
import type { Action, ActionContext } from './Action.ts';

const hasWorkspace = ({ studio: { workspace } }: ActionContext) => !isEmptyWorkspace(workspace);
const hasProblems = ({ derived }: ActionContext) => (derived.analysis?.findings.length ?? 0) > 0;

/** Getting to a place. */
export const goActions: readonly Action[] = [
  {
    id: 'palette',
    title: 'Search and commands',
    group: 'Go',
    icon: Search,
    shortcuts: ['Mod+K'],
    everywhere: true,
    run: () => {
      studio.openDialog('palette');
    },
  },
  {
    id: 'checks',
    title: 'All checks',
    group: 'Go',
    icon: BookOpen,
    shortcuts: [],
    everywhere: true,
    keywords: ['problems', 'findings', 'codes', 'help', 'about'],
    run: () => {
      studio.openChecks(null);
    },
  },
  showTab('handshake', 'Show the handshake', ListChecks),
  showTab('yaml', 'Show the YAML', FileCode),
  showTab('problems', 'Show the problems', Wrench),
  showTab('status', 'Show the predicted status', ClipboardCheck),
  showTab('data-plane', 'Show the data plane configuration', ServerCog),
  {
    id: 'next-problem',
    title: 'Next problem',
    group: 'Go',
    icon: ArrowDown,
    shortcuts: ['F8'],
    available: hasProblems,
    run: (context) => {
      goToProblem(context, 1);
    },
  },
  {
    id: 'previous-problem',
    title: 'Previous problem',
    group: 'Go',
    icon: ArrowUp,
    shortcuts: ['Shift+F8'],
    available: hasProblems,
    run: (context) => {
      goToProblem(context, -1);
    },
  },
  {
    id: 'next-region',
    title: 'Next region',
    group: 'Go',
    shortcuts: ['F6'],
    everywhere: true,
    run: () => {
      focusRegion(1);
    },
  },
  {
    id: 'previous-region',
    title: 'Previous region',
    group: 'Go',
    shortcuts: ['Shift+F6'],
    everywhere: true,
    run: () => {
      focusRegion(-1);
    },
  },
];

function showTab(tab: DockTab, title: string, icon: Action['icon']): Action {
  return {
    id: `show-${tab}`,
    title,
    group: 'Go',
    ...(icon === undefined ? {} : { icon }),
    shortcuts: [],
    available: hasWorkspace,
    run: () => {
      studio.setDockTab(tab);
    },
  };
}

function goToProblem({ studio: { view }, derived }: ActionContext, direction: 1 | -1): void {
  const decisive = currentHandshake(derived.analysis, view)?.outcome.causeStep;
  const ordered = orderProblems(derived.analysis?.findings ?? [], decisive);
  const selected = view.selection.kind === 'finding' ? view.selection.findingId : null;
  const next = neighbourProblem(ordered, selected, direction);
  if (next !== null) openFinding(next);
}
