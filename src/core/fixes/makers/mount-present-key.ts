import { closestNames, dataKeys, stringAt, valueAt } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Mounts a key that the Secret or ConfigMap has, under the path of the one that it lacks. */
export const mountPresentKey: ObjectFixMaker = ({ field, params }, workload, { index }) => {
  const target = index.all.find(
    (one) => `${one.kind} ${one.name}` === params.target && one.namespace === workload.namespace,
  );
  const { key } = params;
  if (field === undefined || target === undefined || key === undefined) return [];
  const isKey = field.path.at(-1) === 'key';
  const path = isKey ? field.path : [...field.path, 'key'];
  if (stringAt(workload.value, path) === undefined) return [];
  const keys = dataKeys(target);
  const near = closestNames(key, keys);
  return (near.length > 0 ? near : keys.length === 1 ? keys : []).flatMap((name) =>
    oneFix(
      `Mount key ${name} of ${params.target ?? ''} in ${workload.kind} ${workload.name}`,
      valueAt(workload.value, path) === undefined ? [] : setScalar(workload, path, name),
    ),
  );
};
