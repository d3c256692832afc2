import { removeObject } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';

/** Removes the definition that a later one replaces anyway: what is applied stays the same. */
export const removeEarlierDefinition: ObjectFixMaker = (_, object, { parsed }) => {
  const file = parsed.find((one) => one.file.id === object.fileId);
  const edits = file === undefined ? [] : removeObject(file, object);
  const title = `Remove the earlier ${object.kind} ${object.name} from ${file?.file.path ?? 'the file'}`;
  return edits.length === 0
    ? []
    : [{ title, effect: 'Nothing changes: the later definition stays.', edits, safe: true }];
};
