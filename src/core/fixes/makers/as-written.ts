import type { ManifestObject } from '../../manifest/types.ts';
import type { FixContext } from '../types.ts';

/** The index holds what the API server stores; edits are made in the text, fields that it drops included. */
export function asWritten(object: ManifestObject, { parsed }: FixContext): ManifestObject {
  const file = parsed.find((one) => one.file.id === object.fileId);
  return file?.objects.find(({ id }) => id === object.id) ?? object;
}

/** The object of a key as it is written; undefined when it is not among the files. */
export function writtenAt(key: string, context: FixContext): ManifestObject | undefined {
  const object = context.index.byKey.get(key);
  return object === undefined ? undefined : asWritten(object, context);
}
