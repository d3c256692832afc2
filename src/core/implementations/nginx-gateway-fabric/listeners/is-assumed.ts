import {
  isMade,
  makerOf,
  readDataValue,
  type Reference,
  type Resolution,
} from '../../../gateway-api/index.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import { storedObject } from '../../stored-object.ts';

/**
 * Whether the object that a listener refers to counts as usable unseen: what is not among the files and what a controller
 * will put there is not known.
 *
 * @param key of its data that is read
 */
export function isAssumed(
  index: Resolution['index'],
  { target }: Reference,
  key: string,
  absent: AbsentSecrets,
): boolean {
  const kind = target.kind === 'Secret' ? 'Secret' : 'ConfigMap';
  const object = storedObject(index, kind, target.namespace, target.name);
  return object === undefined
    ? absent === 'assumed' || makerOf(index, target) !== undefined
    : isMade(object) && readDataValue(object, key) === undefined;
}
