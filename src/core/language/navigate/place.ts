import { stringAt } from '../../gateway-api/index.ts';
import type { JsonObject } from '../../manifest/types.ts';
import type { FieldPath, TextRange } from '../../model/index.ts';
import type { LanguageView } from '../language-view.ts';
import { documentAt } from '../syntax/document-at.ts';
import { objectPlace } from '../syntax/kubernetes-object.ts';
import { readSpot } from '../syntax/read-spot.ts';

/** A key or value of a file, and the object that it is a field of. */
export interface Place {
  readonly fileId: string;
  readonly part: 'key' | 'value';
  readonly object: JsonObject;
  /** In the object. */
  readonly path: FieldPath;
  /** What stands there, in the file. */
  readonly range: TextRange;
  /** The text of a value that is one. */
  readonly value: string | undefined;
}

/** What stands at an offset of a file; null for comments, blanks and unknown files. */
export function placeAt(view: LanguageView, fileId: string, offset: number): Place | null {
  const file = view.workspace.files.find(({ id }) => id === fileId);
  if (file === undefined) return null;
  const document = documentAt(file.text, offset);
  const read = readSpot(document.text, offset - document.start);
  if (read === null || 'items' in read.spot.node) return null;
  const { node, part } = read.spot;
  const { value: object, path } = objectPlace(read.json, read.spot.path);
  const [start, end] = node.range;
  return {
    fileId,
    part,
    object,
    path,
    range: { start: start + document.start, end: end + document.start },
    value: part === 'value' ? stringAt(object, path) : undefined,
  };
}
