import { fieldText } from '../../gateway-api/index.ts';
import type { TextRange } from '../../model/index.ts';
import { fieldFacts, helpFor, kindHelp, readers, type Reader } from '../../help/index.ts';
import { describeField } from '../../schema/index.ts';
import type { LanguageView } from '../language-view.ts';
import { namedObject } from '../navigate/named-object.ts';
import { placeAt, type Place } from '../navigate/place.ts';
import { kindOf } from '../syntax/kubernetes-object.ts';

/** What there is to say about the key or value under the pointer. */
export interface Hover {
  readonly range: TextRange;
  /** The field as people write it, `spec.validation.hostname`. */
  readonly field: string;
  /** Type, whether it is required, default, limits: short, without full stops. */
  readonly facts: readonly string[];
  /** Our sentence; empty where there is none. */
  readonly help: string;
  readonly readBy: readonly Reader[];
  /** What the value means: the object that it names, or what is known about the choice. Empty where nothing is. */
  readonly value: string;
}

/** Help about what stands at an offset: never about findings, which the markers tell. */
export function hover(view: LanguageView, fileId: string, offset: number): Hover | null {
  const place = placeAt(view, fileId, offset);
  if (place === null || place.path.length === 0) return null;
  const kind = kindOf(place.object);
  const description = describeField(kind, place.path, view.settings, view.custom);
  const help = helpFor(kind, place.path);
  const value = place.part === 'value' ? aboutValue(view, place) : '';
  if (description === undefined && value === '') return null;
  const byField = place.path.join('.') === 'kind' ? kindHelp(kind) : '';
  return {
    range: place.range,
    field: fieldText(place.path),
    facts: description === undefined ? [] : fieldFacts(description),
    help: byField === '' ? (help?.text ?? '') : byField,
    readBy: readers(help),
    value,
  };
}

function aboutValue(view: LanguageView, place: Place): string {
  const key = namedObject(view, place);
  if (key === null) {
    const known = helpFor(kindOf(place.object), place.path)?.values ?? [];
    return known.find(({ value }) => value === place.value)?.note ?? '';
  }
  const [, kind = '', namespace = '', name = ''] =
    /^[^/]*\/([^/]*)\/([^/]*)\/(.*)$/.exec(key) ?? [];
  const called = `${kind} ${name}${namespace === '' ? '' : ` in namespace ${namespace}`}`;
  const object = view.index.byKey.get(key);
  if (object === undefined) return `${called} is not among the files.`;
  const file = view.workspace.files.find(({ id }) => id === object.fileId);
  return `${called}, in ${file?.path ?? 'the files'}.`;
}
