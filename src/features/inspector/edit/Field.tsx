import type { FormField } from '../../../core/edits/index.ts';
import { GroupField } from './GroupField.tsx';
import { ListField } from './ListField.tsx';
import { TextOnlyField } from './TextOnlyField.tsx';
import { ValueField } from './ValueField.tsx';

/** One field by what it holds. `data-field` is where the focus is brought when the field is new. */
export function Field({ field }: { field: FormField }) {
  return <div data-field={field.path.join('.')}>{controlOf(field)}</div>;
}

function controlOf(field: FormField) {
  switch (field.kind) {
    case 'value':
      return <ValueField field={field} />;
    case 'group':
      return <GroupField field={field} folds={field.path[0] === 'metadata'} />;
    case 'list':
      return <ListField field={field} />;
    case 'text-only':
      return <TextOnlyField field={field} />;
    default:
      return field satisfies never;
  }
}
