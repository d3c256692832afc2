import { objectKey, stringAt, valueAt } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Names the object of the same name whose kind can be used there. */
export const nameSupportedKind: ObjectFixMaker = ({ field, params }, object, { index }) => {
  if (field === undefined) return [];
  const reference = valueAt(object.value, field.path);
  const name = stringAt(reference, ['name']) ?? '';
  const namespace = stringAt(reference, ['namespace']) ?? object.namespace;
  return ['ConfigMap', 'Secret', 'Service'].flatMap((kind) => {
    const usable = (params.supported ?? '').includes(kind);
    if (!usable || !index.byKey.has(objectKey('', kind, namespace, name))) return [];
    const group = stringAt(reference, ['group']) ?? '';
    const edits = setScalar(object, [...field.path, 'kind'], kind);
    const core = group === '' ? [] : setScalar(object, [...field.path, 'group'], '');
    return oneFix(`Name ${kind} ${name} in ${object.kind} ${object.name}`, [...edits, ...core]);
  });
};
