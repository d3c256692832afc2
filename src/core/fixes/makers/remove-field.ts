import { removeKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Removes the field of the finding, which does nothing or does harm. */
export function removeField(effect: string): ObjectFixMaker {
  return ({ field, params }, object) => {
    if (field === undefined) return [];
    const title = `Remove ${params.field ?? 'the field'} from ${object.kind} ${object.name}`;
    return oneFix(title, removeKey(object, field.path), { effect });
  };
}
