import { scalarText } from '../../manifest/edits/scalar-text.ts';
import type { JsonValue } from '../../manifest/types.ts';
import type { FieldDescription } from '../../schema/index.ts';
import { helpFor } from '../../help/index.ts';
import type { CursorContext } from '../syntax/cursor-context.ts';
import { kindOf } from '../syntax/kubernetes-object.ts';
import type { Offer } from './completion.ts';

/** What the schema allows, what it fills in, and what is usual where every text is allowed. */
export function completeValues(
  { object, path }: CursorContext,
  field: FieldDescription,
): readonly Offer[] {
  const choices = field.type === 'boolean' ? [true, false] : (field.enum ?? []);
  const usual = helpFor(kindOf(object), path)?.values ?? [];
  const fallback = isScalar(field.default) ? [field.default] : [];
  const notes = new Map(usual.map(({ value, note }) => [value, note] as const));
  return [...new Set<JsonValue>([...choices, ...notes.keys(), ...fallback])].map((value) => ({
    label: isScalar(value) && value !== '' ? String(value) : JSON.stringify(value),
    kind: 'value',
    detail: value === field.default ? 'default' : '',
    help: typeof value === 'string' ? (notes.get(value) ?? '') : '',
    insert: isScalar(value) ? scalarText(value, 'plain') : '',
    rank: 2,
  }));
}

function isScalar(value: JsonValue | undefined): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
