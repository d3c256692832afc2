import type { EditAction, EditOutcome, ObjectForm } from '../core/edits/index.ts';
import { client } from './analysis-bindings.ts';
import { studio } from './bindings.ts';

/** Works an edit out on the workspace as it stands, without making it: what would follow, or why it cannot be. */
export function askEdit(action: EditAction): Promise<EditOutcome> {
  const { workspace } = studio.store.getState();
  return client().ask<'edit'>({ kind: 'edit', workspace, action }).answer;
}

/**
 * Makes an edit as one history entry and selects what it is about. When the workspace has changed while it was worked out,
 * it is worked out again.
 *
 * @returns the outcome: a refusal has changed nothing
 */
export async function applyEdit(action: EditAction): Promise<EditOutcome> {
  const { revision } = studio.store.getState();
  const outcome = await askEdit(action);
  if (studio.store.getState().revision !== revision) return applyEdit(action);
  if (outcome.kind === 'refused') return outcome;
  const { label, edits, files, renamed, selects } = outcome.edit;
  studio.update({ type: 'edit-objects', label, edits, files, renamed });
  if (selects !== null) studio.suggest({ kind: 'object', objectKey: selects });
  return outcome;
}

/** The form of an object of the workspace as it stands; null for a kind whose schema is not known. */
export function askForm(objectKey: string): Promise<ObjectForm | null> {
  const { workspace } = studio.store.getState();
  return client().ask<'form'>({ kind: 'form', workspace, objectKey }).answer;
}
