import {
  ArrowRightLeft,
  Cable,
  CopyPlus,
  FilePlus2,
  Plus,
  Stamp,
  TextCursorInput,
  Trash2,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { isNewKind } from '../../core/edits/new-manifest.ts';
import { groupKindOf, waysFrom } from '../../core/edits/connect-ways.ts';
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

/** In the order of a menu. */
const ACTIONS: readonly Omit<ObjectAction, 'task'>[] = [
  { id: 'create', label: 'Create it…', icon: FilePlus2 },
  { id: 'issue', label: 'Issue a certificate into it…', icon: Stamp },
  { id: 'rename', label: 'Rename…', icon: TextCursorInput, shortcut: 'F2' },
  { id: 'connect', label: 'Connect to…', icon: Cable },
  { id: 'add', label: 'Add beside it…', icon: Plus },
  { id: 'duplicate', label: 'Duplicate…', icon: CopyPlus },
  { id: 'move', label: 'Move to namespace…', icon: ArrowRightLeft },
  { id: 'delete', label: 'Delete…', icon: Trash2, shortcut: 'Del' },
];

/**
 * What can be done with the object of this key. Of one that is in no file, only what names it can be changed; what can never
 * be done with its kind is left out.
 */
export function objectActions(objectKey: string, exists: boolean): readonly ObjectAction[] {
  return ACTIONS.filter(({ id }) => isOffered(id, objectKey, exists)).map((action) => ({
    ...action,
    task: taskOf(action.id, objectKey),
  }));
}

function isOffered(id: ObjectTask['do'], objectKey: string, exists: boolean): boolean {
  const [group = '', kind = '', namespace] = objectKey.split('/');
  switch (id) {
    case 'create':
      return !exists && isNewKind(group, kind);
    case 'issue':
      return !exists && group === '' && (kind === 'Secret' || kind === 'ConfigMap');
    case 'rename':
      return true;
    case 'connect':
      return exists && waysFrom(groupKindOf(objectKey)).length > 0;
    case 'move':
      return exists && namespace !== '';
    case 'add':
    case 'duplicate':
    case 'delete':
      return exists;
    default:
      return id satisfies never;
  }
}

function taskOf(id: ObjectTask['do'], objectKey: string): ObjectTask {
  return id === 'connect' ? { do: id, objectKey, to: null } : { do: id, objectKey };
}

/** The action that a key press asks for on an object that has the focus; null when it asks for none. */
export function actionOfKey(key: string, objectKey: string, exists: boolean): ObjectAction | null {
  const shortcut = key === 'Delete' ? 'Del' : key;
  const actions = objectActions(objectKey, exists);
  return actions.find((action) => action.shortcut === shortcut) ?? null;
}
