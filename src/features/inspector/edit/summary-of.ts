import type { FormField } from '../../../core/edits/index.ts';

/** What a group or list holds, on one line: its values in the order of the form; empty when it holds none. */
export function summaryOf(field: FormField): string {
  switch (field.kind) {
    case 'value':
      return field.value === null ? '' : (String(field.value).split('\n')[0] ?? '');
    case 'group':
      return join(field.fields);
    case 'list':
      return join(field.items);
    case 'text-only':
      return field.name;
    default:
      return field satisfies never;
  }
}

function join(fields: readonly FormField[]): string {
  return fields
    .map(summaryOf)
    .filter((text) => text !== '')
    .join(' · ');
}

/** Whether a field holds nothing but plain values: it reads as well on one line. */
export function isFlat(field: FormField): boolean {
  return field.kind === 'group' && field.fields.every(({ kind }) => kind === 'value');
}
