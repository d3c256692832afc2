import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';

/** Writes the empty name of the core group in place of "core": nothing else can be meant. */
export const writeCoreGroup: ObjectFixMaker = ({ field, params }, object) => {
  const edits = field === undefined ? [] : setScalar(object, field.path, '');
  const title = `Write group "" in ${params.field ?? 'the reference'} of ${object.kind} ${object.name}`;
  return edits.length === 0 ? [] : [{ title, edits, safe: true }];
};
