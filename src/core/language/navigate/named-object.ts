import { fieldsOf } from '../../edits/naming-fields.ts';
import { draftObject } from '../draft-object.ts';
import type { LanguageView } from '../language-view.ts';
import type { Place } from './place.ts';

/** The object whose name stands at a place: its own `metadata.name`, or a field that names it. Null elsewhere. */
export function namedObject(view: LanguageView, place: Place): string | null {
  const { fileId, path, part, value } = place;
  if (part !== 'value' || value === undefined || value === '') return null;
  const draft = draftObject(view, fileId, place.object);
  const field = path.join('\n');
  if (field === 'metadata\nname') return draft.kind === '' ? null : draft.key;
  const naming = fieldsOf(draft, view).find(({ namePath }) => namePath?.join('\n') === field);
  return naming?.targetKey ?? null;
}
