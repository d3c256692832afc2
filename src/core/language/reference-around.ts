import { isObject, rawReferences, stringAt, type RawReference } from '../gateway-api/index.ts';
import type { JsonObject } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';
import { draftObject } from './draft-object.ts';
import type { LanguageView } from './language-view.ts';
import { CURSOR } from './syntax/cursor-context.ts';
import { withValue } from './with-value.ts';

/** The object being typed and the file it stands in. */
export interface Typed {
  readonly fileId: string;
  readonly object: JsonObject;
}

/**
 * The reference whose name stands, or would stand, at a path: what it names by kind and namespace is known before the
 * name is. One list of what names what serves the analysis and the editor.
 */
export function referenceAt(
  view: LanguageView,
  { fileId, object }: Typed,
  namePath: FieldPath,
): RawReference | undefined {
  const name = stringAt(object, namePath);
  const named = name ? object : withValue(object, namePath, CURSOR);
  if (!isObject(named)) return undefined;
  const wanted = namePath.join('\n');
  return rawReferences(draftObject(view, fileId, named), view.index).find(
    (raw) => raw.namePath?.join('\n') === wanted,
  );
}

/** The reference that a field beside its name belongs to: `kind`, `group`, `namespace`, `port`, `sectionName`, `key`. */
export function referenceAround(
  view: LanguageView,
  typed: Typed,
  path: FieldPath,
): RawReference | undefined {
  const owner = path.slice(0, -1);
  // Keys of a volume stand one list further in: `secret.items[0].key` beside `secret.secretName`.
  const outer = owner.at(-2) === 'items' ? owner.slice(0, -2) : owner;
  for (const field of ['name', 'secretName']) {
    const found = referenceAt(view, typed, [...outer, field]);
    if (found !== undefined) return found;
  }
  return undefined;
}
