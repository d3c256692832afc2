import type { FormField, FormScalar } from '../../../core/edits/index.ts';

type ValueType = Extract<FormField, { kind: 'value' }>['type'];

/** What a typed text says as a value of a type, or why it says none. */
export function readDraft(
  draft: string,
  type: ValueType,
):
  | { readonly kind: 'value'; readonly value: FormScalar }
  | { readonly kind: 'refused'; readonly why: string } {
  const text = draft.trim();
  switch (type) {
    case 'string':
      return { kind: 'value', value: draft };
    case 'boolean':
      return text === 'true' || text === 'false'
        ? { kind: 'value', value: text === 'true' }
        : { kind: 'refused', why: `${text} is neither true nor false.` };
    case 'integer':
      return /^-?\d{1,15}$/.test(text)
        ? { kind: 'value', value: Number(text) }
        : { kind: 'refused', why: `"${text}" is no whole number.` };
    case 'number':
      return text !== '' && Number.isFinite(Number(text))
        ? { kind: 'value', value: Number(text) }
        : { kind: 'refused', why: `"${text}" is no number.` };
    case 'int-or-string':
      return { kind: 'value', value: /^-?\d{1,15}$/.test(text) ? Number(text) : draft };
    default:
      return type satisfies never;
  }
}
