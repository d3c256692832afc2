import { ArrowRightLeft, Plus, Redo2, Undo2, Wrench } from 'lucide-react';
import type { QuickFix } from '../../core/model/index.ts';
import { applyFix, studio } from '../../state/index.ts';
import { implementationNames } from '../../views/index.ts';
import type { Action, ActionContext } from './Action.ts';

/** Moving through the history and applying fixes. */
export const editActions: readonly Action[] = [
  {
    id: 'undo',
    title: 'Undo',
    titleNow: ({ studio: { history } }) => named('Undo', history.past.at(-1)?.label),
    group: 'Edit',
    icon: Undo2,
    shortcuts: ['Mod+Z'],
    available: ({ studio: { history } }) => history.past.length > 0,
    run: studio.undo,
    yieldsToText: true,
  },
  {
    id: 'redo',
    title: 'Redo',
    titleNow: ({ studio: { history } }) => named('Redo', history.future[0]?.label),
    group: 'Edit',
    icon: Redo2,
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    available: ({ studio: { history } }) => history.future.length > 0,
    run: studio.redo,
    yieldsToText: true,
  },
  {
    id: 'quick-fix',
    title: 'Apply the first fix for what is selected',
    titleNow: (context) => selectedFix(context)?.title ?? 'Apply fix',
    group: 'Edit',
    icon: Wrench,
    shortcuts: ['Mod+.'],
    available: (context) => selectedFix(context) !== null,
    run: (context) => {
      const fix = selectedFix(context);
      if (fix !== null) applyFix(fix);
    },
    yieldsToText: true,
  },
  {
    id: 'add-object',
    title: 'Add object',
    group: 'Edit',
    icon: Plus,
    shortcuts: [],
    keywords: ['new', 'create', 'Gateway', 'HTTPRoute', 'ConfigMap', 'BackendTLSPolicy'],
    run: () => {
      studio.openTask({ do: 'add', objectKey: null });
    },
  },
  {
    id: 'convert',
    title: 'Convert to another gateway',
    titleNow: ({ studio: { view } }) =>
      view.lens === null
        ? 'Convert to another gateway'
        : `Convert the setup to ${implementationNames[view.lens]}`,
    group: 'Edit',
    icon: ArrowRightLeft,
    shortcuts: [],
    keywords: ['migrate', 'implementation', ...Object.values(implementationNames)],
    available: ({ derived: { analysis } }) =>
      analysis?.implementations.some(({ gateways }) => gateways.length > 0) ?? false,
    run: () => {
      studio.openDialog('conversion');
    },
  },
];

function named(verb: string, what: string | undefined): string {
  return what === undefined ? verb : `${verb} ${what}`;
}

/** The first fix for what is selected: of the finding, or of the first finding about the step. */
function selectedFix({ studio: { view }, derived: { analysis } }: ActionContext): QuickFix | null {
  const { selection } = view;
  const findings = analysis?.findings ?? [];
  switch (selection.kind) {
    case 'finding':
      return findings.find((one) => one.id === selection.findingId)?.fixes[0] ?? null;
    case 'step': {
      const own = findings.filter(
        (one) =>
          one.step === selection.step &&
          (one.connectionIds?.includes(selection.connectionId) ?? true),
      );
      return own.flatMap((one) => one.fixes)[0] ?? null;
    }
    case 'none':
    case 'object':
    case 'certificate':
    case 'hop':
    case 'blob':
    case 'file':
      return null;
    default:
      return selection satisfies never;
  }
}
