import { itemsAt, stringAt, targetOf, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, SourceRef } from '../../model/index.ts';
import type { LanguageView } from '../language-view.ts';
import { referenceAround } from '../reference-around.ts';
import { namedObject } from './named-object.ts';
import { placeAt, type Place } from './place.ts';

/**
 * Where the thing named at an offset is written: the name of an object, the listener or port of a sectionName or port,
 * the key of a ConfigMap or Secret. A name that is defined several times gives all places, the one that counts first.
 */
export function definition(
  view: LanguageView,
  fileId: string,
  offset: number,
): readonly SourceRef[] {
  const place = placeAt(view, fileId, offset);
  if (place?.part !== 'value') return [];
  const key = namedObject(view, place);
  if (key !== null) return nameRanges(view, key);
  const inside = partOfTarget(view, place);
  return inside === null ? [] : [inside];
}

/** The names of every definition of an object. */
export function nameRanges({ index }: LanguageView, key: string): readonly SourceRef[] {
  return index.all
    .filter((object) => object.key === key)
    .toReversed()
    .map((object) => fieldRef(object, ['metadata', 'name']));
}

function fieldRef(object: ManifestObject, path: FieldPath): SourceRef {
  return { fileId: object.fileId, range: object.rangeOf(path).value };
}

function partOfTarget(view: LanguageView, place: Place): SourceRef | null {
  const field = place.path.at(-1);
  if (field !== 'sectionName' && field !== 'port' && field !== 'key') return null;
  const reference = referenceAround(view, place, place.path);
  const target = reference && view.index.byKey.get(targetOf(reference).key);
  if (target === undefined) return null;
  const path = field === 'key' ? dataPath(target, place) : entryPath(target, place, field);
  return path === null ? null : fieldRef(target, path);
}

function dataPath(target: ManifestObject, { value = '' }: Place): FieldPath | null {
  const section = ['data', 'stringData', 'binaryData'].find(
    (name) => stringAt(target.value, [name, value]) !== undefined,
  );
  return section === undefined ? null : [section, value];
}

function entryPath(
  target: ManifestObject,
  { object, path }: Place,
  field: 'sectionName' | 'port',
): FieldPath | null {
  const list = ['spec', target.kind === 'Service' ? 'ports' : 'listeners'];
  const step = field === 'port' ? 'port' : 'name';
  const wanted = valueAt(object, path);
  const at = itemsAt(target.value, list).findIndex((entry) => valueAt(entry, [step]) === wanted);
  return at === -1 ? null : [...list, at, step];
}
