import { ArrowRightLeft, Cable, CopyPlus, Plus, TextCursorInput, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { waysFrom, groupKindOf } from '../../core/edits/connect-ways.ts';
import type { ObjectTask } from '../../state/index.ts';

/** One thing that can be done with an object, wherever it is offered. */
export interface ObjectAction {
  readonly id: ObjectTask['do'];
  readonly label: string;
  readonly icon: LucideIcon;
  /** The key that does it while the object has the focus. */
  readonly shortcut?: string;
  readonly task: ObjectTask;
}

/**
 * What can be done with the object of this key, in the order of a menu. Of one that is in no file, only what names it can be
 * changed; what can never be done with its kind is left out.
 */
export function objectActions(objectKey: string, exists: boolean): readonly ObjectAction[] {
  const [group, kind, namespace] = objectKey.split('/');
  const isNamespace = group === '' && kind === 'Namespace';
  const connects = waysFrom(groupKindOf(objectKey)).length > 0;
  const all: readonly (ObjectAction & { readonly offered: boolean })[] = [
    {
      id: 'rename',
      label: 'Rename…',
      icon: TextCursorInput,
      shortcut: 'F2',
      task: { do: 'rename', objectKey },
      offered: !isNamespace,
    },
    {
      id: 'connect',
      label: 'Connect to…',
      icon: Cable,
      task: { do: 'connect', objectKey, to: null },
      offered: exists && connects,
    },
    {
      id: 'add',
      label: 'Add beside it…',
      icon: Plus,
      task: { do: 'add', objectKey },
      offered: exists,
    },
    {
      id: 'duplicate',
      label: 'Duplicate…',
      icon: CopyPlus,
      task: { do: 'duplicate', objectKey },
      offered: exists,
    },
    {
      id: 'move',
      label: 'Move to namespace…',
      icon: ArrowRightLeft,
      task: { do: 'move', objectKey },
      offered: exists && namespace !== '',
    },
    {
      id: 'delete',
      label: 'Delete…',
      icon: Trash2,
      shortcut: 'Del',
      task: { do: 'delete', objectKey },
      offered: exists,
    },
  ];
  return all.filter(({ offered }) => offered);
}

/** The action that a key press asks for on an object that has the focus; null when it asks for none. */
export function actionOfKey(key: string, objectKey: string, exists: boolean): ObjectAction | null {
  const shortcut = key === 'Delete' ? 'Del' : key;
  const actions = objectActions(objectKey, exists);
  return actions.find((action) => action.shortcut === shortcut) ?? null;
}
