import type { FormField } from '../../../core/edits/index.ts';
import { GroupField } from './GroupField.tsx';
import { ListField } from './ListField.tsx';
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
      return (
        <p className="hint">
          <span className="mono">{field.name}</span>: change it in the YAML.
        </p>
      );
    default:
      return field satisfies never;
  }
}
