import type { FormField } from '../../../core/edits/index.ts';
import { GroupField } from './GroupField.tsx';
import { ListField } from './ListField.tsx';
import { TextOnlyField } from './TextOnlyField.tsx';
import { ValueField } from './ValueField.tsx';

/** One field by what it holds. */
export function Field({ field }: { field: FormField }) {
  switch (field.kind) {
    case 'value':
      return <ValueField field={field} />;
    case 'group':
      return <GroupField field={field} />;
    case 'list':
      return <ListField field={field} />;
    case 'text-only':
      return <TextOnlyField field={field} />;
    default:
      return field satisfies never;
  }
}
