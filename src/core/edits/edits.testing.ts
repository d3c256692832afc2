import type { Workspace } from '../model/index.ts';
import { countingIds, emptyWorkspace } from '../workspace/index.ts';
import { applyObjectEdit } from './apply-object-edit.ts';
import { editSource } from './edit-source.ts';
import type { EditOutcome, EditSource, ObjectEdit } from './types.ts';

/** A workspace of files with these texts: `f1`, `f2`, … */
export function workspaceOf(...texts: readonly string[]): Workspace {
  const nextId = countingIds('f');
  const files = texts.map((text) => {
    const id = nextId();
    return { id, path: `${id}.yaml`, text };
  });
  return { ...emptyWorkspace('test'), files };
}

/** The same, read for editing. */
export function sourceFrom(...texts: readonly string[]): EditSource {
  return editSource(workspaceOf(...texts));
}

/** The edit; a refusal fails the test with its reason. */
export function theEdit(outcome: EditOutcome): ObjectEdit {
  if (outcome.kind === 'refused') throw new Error(outcome.why);
  return outcome.edit;
}

/** Texts of the files after an edit. */
export function textsAfter(source: EditSource, outcome: EditOutcome): readonly string[] {
  return applyObjectEdit(source.workspace, theEdit(outcome)).files.map(({ text }) => text);
}

/** Effects as lines: `follows Gateway default/shop spec.gatewayClassName`. */
export function effectLines(outcome: EditOutcome): readonly string[] {
  return theEdit(outcome).effects.map(({ kind, object, field, reason }) =>
    [kind, object, field, reason].filter((part) => part !== '').join(' '),
  );
}
