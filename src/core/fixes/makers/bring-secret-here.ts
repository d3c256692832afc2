import { objectKey, stringAt, valueAt } from '../../gateway-api/index.ts';
import { removeKey, setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { writtenAt } from './as-written.ts';
import { oneFix } from './one-fix.ts';

/** Names the Secret of the own namespace, which is moved here when only the other one has it. */
export const bringSecretHere: ObjectFixMaker = ({ field, params }, object, context) => {
  if (field === undefined) return [];
  const name = stringAt(valueAt(object.value, field.path), ['name']) ?? '';
  const namespace = params.fromNamespace ?? object.namespace;
  const own = context.index.byKey.get(objectKey('', 'Secret', namespace, name));
  const dropped = removeKey(object, [...field.path, 'namespace']);
  if (own !== undefined)
    return oneFix(`Name Secret ${namespace}/${name} in ${object.kind} ${object.name}`, dropped);
  const other = writtenAt(objectKey('', 'Secret', params.toNamespace ?? '', name), context);
  if (other === undefined || dropped.length === 0) return [];
  const moved = setScalar(other, ['metadata', 'namespace'], namespace);
  return oneFix(
    `Move Secret ${name} to namespace ${namespace} and name it in ${object.kind} ${object.name}`,
    moved.length === 0 ? [] : [...dropped, ...moved],
    { effect: `What else names it in ${params.toNamespace ?? 'its namespace'} has to follow.` },
  );
};
