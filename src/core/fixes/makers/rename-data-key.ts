import { stringAt } from '../../gateway-api/index.ts';
import { insertKey, removeKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';

/** Gives the value of `candidate` the key that the reader looks for. */
export function renameDataKey(wanted: string): ObjectFixMaker {
  return ({ params }, object) => {
    const { candidate } = params;
    if (candidate === undefined) return [];
    const section = ['data', 'stringData', 'binaryData'].find(
      (name) => stringAt(object.value, [name, candidate]) !== undefined,
    );
    if (section === undefined) return [];
    const range = object.rangeOf([section, candidate]).key;
    const title = `Rename the key ${candidate} of ${object.kind} ${object.name} to ${wanted}`;
    if (range !== undefined) {
      return [{ title, edits: [{ fileId: object.fileId, range, text: wanted }], safe: false }];
    }
    const value = stringAt(object.value, [section, candidate]) ?? '';
    const edits = [
      ...removeKey(object, [section, candidate]),
      ...insertKey(object, [section], wanted, value),
    ];
    return [{ title, edits, safe: false }];
  };
}
