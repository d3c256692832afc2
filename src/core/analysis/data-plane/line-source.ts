import { fieldText } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/index.ts';
import type { FieldPath, TextRange, Workspace } from '../../model/index.ts';
import type { LineSource } from './types.ts';

/** A field as the source of a line: what it is called, and where it stands. */
export function lineSource(
  object: ManifestObject,
  path: FieldPath,
  files: Workspace['files'],
): LineSource {
  const text = files.find(({ id }) => id === object.fileId)?.text ?? '';
  return {
    objectId: object.id,
    objectKey: object.key,
    object: `${object.kind} ${object.name}`,
    field: fieldText(path),
    at: { fileId: object.fileId, range: shownRange(object, path, text) },
  };
}

/** Key and value where they stand in one line; of a longer value its key, so that the eye lands on the beginning. */
function shownRange(object: ManifestObject, path: FieldPath, text: string): TextRange {
  const { key, value, pair } = object.rangeOf(path);
  const isShort = pair !== undefined && !text.slice(pair.start, pair.end).includes('\n');
  return isShort ? pair : (key ?? value);
}
