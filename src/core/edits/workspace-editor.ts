import { createFileParser } from '../manifest/index.ts';
import type { Workspace } from '../model/index.ts';
import { customReader } from '../schema/custom/custom-reader.ts';
import { editSource } from './edit-source.ts';
import { objectForm } from './form/object-form.ts';
import type { ObjectForm } from './form/types.ts';
import { performEdit, type EditAction } from './perform-edit.ts';
import type { EditOutcome } from './types.ts';

/** Works edits and forms out of whatever workspace it is given. */
export interface WorkspaceEditor {
  readonly perform: (workspace: Workspace, action: EditAction) => EditOutcome;
  readonly form: (workspace: Workspace, objectKey: string) => ObjectForm | null;
}

/** An editor that remembers the files it has read; what it answers does not depend on that. */
export function workspaceEditor(): WorkspaceEditor {
  const parse = createFileParser();
  const customOf = customReader();
  return {
    perform: (workspace, action) => performEdit(editSource(workspace, parse), action),
    form: (workspace, objectKey) => {
      const source = editSource(workspace, parse);
      return objectForm(source, objectKey, customOf(source.index.all));
    },
  };
}
