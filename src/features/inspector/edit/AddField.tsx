import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { FormChoice } from '../../../core/edits/index.ts';
import type { FieldPath } from '../../../core/model/index.ts';
import { Button, Menu } from '../../../ui/index.ts';
import { useFormHandlers } from './form-context.ts';

/** The menu of fields that are not there. */
export function AddField(props: {
  path: FieldPath;
  choices: readonly FormChoice[];
  label: string;
}) {
  const { path, choices, label } = props;
  const { objectKey, run } = useFormHandlers();
  const [refusal, setRefusal] = useState<string | null>(null);
  if (choices.length === 0) return null;
  const add = ({ name, initial }: FormChoice) => {
    const action = {
      do: 'set-field',
      key: objectKey,
      path: [...path, name],
      value: initial,
    } as const;
    void run(action).then(setRefusal);
  };
  return (
    <div>
      <Menu
        entries={choices.map((choice) => ({
          kind: 'item',
          id: choice.name,
          label: choice.required ? `${choice.name} (required)` : choice.name,
          onSelect: () => {
            add(choice);
          },
        }))}
      >
        <Button size="sm" variant="quiet" icon={Plus}>
          {label}
        </Button>
      </Menu>
      {refusal === null ? null : <p className="hint bad">{refusal}</p>}
    </div>
  );
}
