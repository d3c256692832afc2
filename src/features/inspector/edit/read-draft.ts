import type { FormField, FormScalar } from '../../../core/edits/index.ts';

type ValueType = Extract<FormField, { kind: 'value' }>['type'];

/** A text of several lines as it is typed: the line end behind its last line is not one more line. */
export function linesShown(value: string): string {
  return value.endsWith('\n') ? value.slice(0, -1) : value;
}

/**
 * What a typed text says as a value of a type, or why it says none.
 *
 * @param before the value that is replaced: one of several lines keeps whether its last one has a line end
 */
export function readDraft(
  draft: string,
  type: ValueType,
  before = '',
):
  | { readonly kind: 'value'; readonly value: FormScalar }
  | { readonly kind: 'refused'; readonly why: string } {
  const text = draft.trim();
  switch (type) {
    case 'string':
      return { kind: 'value', value: before.endsWith('\n') ? withLineEnd(draft) : draft };
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

function withLineEnd(draft: string): string {
  const text = draft.replace(/\n+$/, '');
  return text === '' ? '' : `${text}\n`;
}
