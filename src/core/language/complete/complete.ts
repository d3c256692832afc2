import { isObject } from '../../gateway-api/index.ts';
import { describeField, type FieldDescription } from '../../schema/index.ts';
import type { LanguageView } from '../language-view.ts';
import { cursorContext, type CursorContext } from '../syntax/cursor-context.ts';
import { kindOf } from '../syntax/kubernetes-object.ts';
import { completeDataKeys } from './complete-data-keys.ts';
import { completeKeys } from './complete-keys.ts';
import { completeApiVersion, completeHeads, completeKind } from './complete-kinds.ts';
import { completeReferences } from './complete-references.ts';
import { completeValues } from './complete-values.ts';
import { completion, type Completion, type Offer } from './completion.ts';

/**
 * What may be typed at an offset of a file: kinds with their apiVersion, fields, choices, and what the other objects of
 * the workspace have: names, namespaces, ports, listeners, keys. Empty where nothing is known. Never throws.
 */
export function complete(
  view: LanguageView,
  fileId: string,
  offset: number,
): readonly Completion[] {
  const file = view.workspace.files.find(({ id }) => id === fileId);
  const context = file === undefined ? null : cursorContext(file.text, offset);
  if (context === null) return [];
  const offers = unique(offersAt(view, fileId, context));
  return offers
    .map((offer) => completion(quoted(offer, context), context.replace))
    .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
}

function offersAt(view: LanguageView, fileId: string, context: CursorContext): readonly Offer[] {
  const { part, path, object } = context;
  const [first] = path;
  if (part === 'value' && path.length === 1) {
    if (first === 'kind') return completeKind(view, context);
    if (first === 'apiVersion') return completeApiVersion(view, context);
  }
  const field = describeField(kindOf(object), path, view.settings, view.custom);
  if (part === 'key' && takesFields(field)) return keyOffers(view, context, field);
  if (part === 'key' && path.length === 0) return headOffers(view, context);
  const values = field === undefined ? [] : completeValues(context, field);
  return [...completeReferences(view, fileId, context), ...values];
}

/** A word on its own line may be a value, where an item or a text is expected. */
function takesFields(field: FieldDescription | undefined): field is FieldDescription {
  return field !== undefined && (field.type === 'object' || field.children.length > 0);
}

function keyOffers(
  view: LanguageView,
  context: CursorContext,
  field: FieldDescription,
): readonly Offer[] {
  if (field.type !== 'array') {
    return [...completeKeys(view, context, field), ...completeDataKeys(context)];
  }
  // The list has no item yet: the first field brings the dash along.
  return completeKeys(view, { ...context, column: context.column + 2 }, field).map((offer) => ({
    ...offer,
    insert: `- ${offer.insert ?? offer.label}`,
  }));
}

/** No kind is written, or none that is known. */
function headOffers(view: LanguageView, { object, colon, flow }: CursorContext): readonly Offer[] {
  const written = Object.keys(isObject(object) ? object : {});
  const fields = ['apiVersion', 'kind', 'metadata']
    .filter((name) => !written.includes(name))
    .map((name): Offer => {
      const below = name === 'metadata' ? '\n  ' : ' ';
      const insert = colon ? name : `${name}:${below}`;
      return { label: name, kind: 'field', detail: 'required', insert, rank: 1, again: !colon };
    });
  const isEmpty = written.length <= 1 && fields.length === 3;
  return isEmpty && !colon && !flow ? [...fields, ...completeHeads(view)] : fields;
}

/** Inside quotes the text stands as it is. */
function quoted(offer: Offer, context: CursorContext): Offer {
  if (!context.quoted) return offer;
  return { ...offer, insert: offer.label === '""' ? '' : offer.label };
}

function unique(offers: readonly Offer[]): readonly Offer[] {
  const seen = new Map<string, Offer>();
  for (const offer of offers) {
    const key = offer.kind === 'kind' ? `${offer.label} ${offer.detail}` : offer.label;
    if (!seen.has(key)) seen.set(key, offer);
  }
  return [...seen.values()];
}
