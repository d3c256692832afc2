import { removeKey } from '../../manifest/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';

/** Renames a field to the one that was meant (`nearest`, a path that ends in the name), or removes it. */
export const removeUnknownField: ObjectFixMaker = ({ field, params }, object) => {
  if (field === undefined) return [];
  const key = object.rangeOf(field.path).key;
  const meant = params.nearest?.split('.').at(-1);
  const renamed: readonly FixDraft[] =
    meant === undefined || key === undefined
      ? []
      : [
          {
            title: `Rename ${params.field ?? 'the field'} of ${object.kind} ${object.name} to ${meant}`,
            edits: [{ fileId: object.fileId, range: key, text: meant }],
            safe: false,
          },
        ];
  const edits = removeKey(object, field.path);
  if (edits.length === 0) return renamed;
  return [
    ...renamed,
    {
      title: `Remove ${params.field ?? 'the field'} from ${object.kind} ${object.name}`,
      effect: 'The API server drops it anyway.',
      edits,
      safe: false,
    },
  ];
};
