import { setScalar } from '../../manifest/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';

/** Points the field at each of the existing names that `closest` lists, best first. */
export const renameReference: ObjectFixMaker = (finding, object) => {
  const { field, params } = finding;
  if (field === undefined) return [];
  return (params.closest ?? '').split(', ').flatMap((name): FixDraft[] => {
    if (name === '') return [];
    const edits = setScalar(object, field.path, name);
    return edits.length === 0
      ? []
      : [{ title: `Change ${params.field ?? 'the name'} to ${name}`, edits, safe: false }];
  });
};
