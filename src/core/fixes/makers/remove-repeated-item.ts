import { removeItem } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Removes the later of two equal items of a list. */
export const removeRepeatedItem: ObjectFixMaker = ({ field, params }, object) => {
  const last = field?.path.findLastIndex((segment) => typeof segment === 'number') ?? -1;
  if (field === undefined || last === -1) return [];
  const title = `Remove the repeated ${params.field ?? 'item'} from ${object.kind} ${object.name}`;
  return oneFix(title, removeItem(object, field.path.slice(0, last + 1)));
};
