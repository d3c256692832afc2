import { namingFields } from '../../edits/index.ts';
import type { SourceRef } from '../../model/index.ts';
import type { LanguageView } from '../language-view.ts';
import { nameRanges } from './definition.ts';
import { namedObject } from './named-object.ts';
import { placeAt } from './place.ts';

/** Every place that names the object named at an offset, its own name among them; in the order of the files. */
export function references(
  view: LanguageView,
  fileId: string,
  offset: number,
): readonly SourceRef[] {
  const place = placeAt(view, fileId, offset);
  const key = place && namedObject(view, place);
  if (key === null) return [];
  const uses = namingFields(view, key).flatMap(({ object, namePath }) =>
    namePath === undefined
      ? []
      : [{ fileId: object.fileId, range: object.rangeOf(namePath).value }],
  );
  const order = new Map(view.workspace.files.map(({ id }, at) => [id, at]));
  const rank = (ref: SourceRef): number => order.get(ref.fileId) ?? 0;
  return [...nameRanges(view, key), ...uses].sort(
    (a, b) => rank(a) - rank(b) || a.range.start - b.range.start,
  );
}
