import type { JsonValue } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';
import { addObject, type Addition } from './add-object.ts';
import { connectObjects } from './connect-objects.ts';
import { createMissing } from './create-missing.ts';
import { deleteObject } from './delete-object.ts';
import { duplicateObject } from './duplicate-object.ts';
import { addItem, moveItem, removeField, setField } from './edit-field.ts';
import { moveToNamespace } from './move-object.ts';
import { renameObject } from './rename-object.ts';
import type { EditOutcome, EditSource } from './types.ts';

/** What can be asked for: plain data, so that it can be asked of a worker. */
export type EditAction =
  | { readonly do: 'rename'; readonly key: string; readonly name: string }
  | { readonly do: 'duplicate'; readonly key: string; readonly name: string }
  | {
      readonly do: 'move';
      readonly key: string;
      readonly namespace: string;
      readonly grants: boolean;
    }
  | { readonly do: 'delete' | 'create'; readonly key: string }
  | ({ readonly do: 'add' } & Addition)
  | {
      readonly do: 'connect';
      readonly from: string;
      readonly to: string;
      /** Id of a `ConnectWay`. */
      readonly way: string;
    }
  | {
      readonly do: 'set-field' | 'add-item';
      readonly key: string;
      readonly path: FieldPath;
      readonly value: JsonValue;
    }
  | { readonly do: 'remove-field'; readonly key: string; readonly path: FieldPath }
  | {
      readonly do: 'move-item';
      readonly key: string;
      readonly path: FieldPath;
      readonly by: -1 | 1;
    };

/** Works an edit out. Nothing is changed: the outcome is data. */
export function performEdit(source: EditSource, action: EditAction): EditOutcome {
  switch (action.do) {
    case 'rename':
      return renameObject(source, action.key, action.name);
    case 'duplicate':
      return duplicateObject(source, action.key, action.name);
    case 'move':
      return moveToNamespace(source, action.key, action.namespace, action.grants);
    case 'delete':
      return deleteObject(source, action.key);
    case 'create':
      return createMissing(source, action.key);
    case 'add':
      return addObject(source, action);
    case 'connect':
      return connectObjects(source, action.from, action.to, action.way);
    case 'set-field':
      return setField(source, action.key, action.path, action.value);
    case 'add-item':
      return addItem(source, action.key, action.path, action.value);
    case 'remove-field':
      return removeField(source, action.key, action.path);
    case 'move-item':
      return moveItem(source, action.key, action.path, action.by);
    default:
      return action satisfies never;
  }
}
