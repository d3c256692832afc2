import { stringAt } from '../../gateway-api/index.ts';
import { insertKey, removeKey, type ManifestObject } from '../../manifest/index.ts';
import type { FixDraft, ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Gives the value of `candidate` the key that the reader looks for. */
export function renameDataKey(wanted: string): ObjectFixMaker {
  return ({ params }, object) => {
    const { candidate } = params;
    return candidate === undefined ? [] : renameKeyTo(object, candidate, wanted);
  };
}

/** Renames a key of a Secret or ConfigMap. */
export function renameKeyTo(
  object: ManifestObject,
  key: string,
  wanted: string,
): readonly FixDraft[] {
  const section = ['data', 'stringData', 'binaryData'].find(
    (name) => stringAt(object.value, [name, key]) !== undefined,
  );
  if (section === undefined) return [];
  const range = object.rangeOf([section, key]).key;
  const title = `Rename the key ${key} of ${object.kind} ${object.name} to ${wanted}`;
  if (range !== undefined) return oneFix(title, [{ fileId: object.fileId, range, text: wanted }]);
  const value = stringAt(object.value, [section, key]) ?? '';
  return oneFix(title, [
    ...removeKey(object, [section, key]),
    ...insertKey(object, [section], wanted, value),
  ]);
}
