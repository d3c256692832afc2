import type { SourceRef } from '../../model/index.ts';
import type { LanguageView } from '../language-view.ts';
import { namedObject } from './named-object.ts';
import { placeAt } from './place.ts';

/** A name that can be changed, where it stands. */
export interface RenamePlace extends SourceRef {
  readonly name: string;
  readonly objectKey: string;
}

/** The name at an offset; null where nothing stands that names an object. */
export function renamePlace(
  view: LanguageView,
  fileId: string,
  offset: number,
): RenamePlace | null {
  const place = placeAt(view, fileId, offset);
  const objectKey = place && namedObject(view, place);
  if (place?.value === undefined || objectKey === null) return null;
  return { fileId, range: place.range, name: place.value, objectKey };
}
