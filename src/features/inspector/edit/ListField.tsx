import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FormField } from '../../../core/edits/index.ts';
import { IconButton, type MenuEntry } from '../../../ui/index.ts';
import { AboutButton } from './AboutButton.tsx';
import { AddButton } from './AddButton.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { useFormHandlers } from './form-context.ts';
import { ListItem } from './ListItem.tsx';
import { useAddEntries } from './use-add-entries.ts';

type List = Extract<FormField, { kind: 'list' }>;

/** The items of a list, each with its place, and what can be added. */
export function ListField({ field }: { field: List }) {
  const { objectKey, run, want, problemsAt } = useFormHandlers();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { path, name, required, items, targets, initial } = field;
  const objects = useAddEntries({ path, choices: [], targets }, setRefusal);
  const add = () => {
    void run({ do: 'add-item', key: objectKey, path, value: initial }).then((why) => {
      setRefusal(why);
      if (why === null) want([...path, items.length]);
    });
  };
  const remove = () => {
    void run({ do: 'remove-field', key: objectKey, path }).then((why) => {
      setRefusal(why);
      if (why === null) want(path.slice(0, -1));
    });
  };
  const empty: MenuEntry = { kind: 'item', id: '', icon: Plus, label: 'Empty item', onSelect: add };
  const label = `Add to ${name}`;
  return (
    <FieldFrame
      label={name}
      fold={null}
      problems={[
        ...problemsAt(path).map(({ title }) => title),
        ...(refusal === null ? [] : [refusal]),
      ]}
      tools={
        <>
          <AboutButton field={field} label={name} />
          {objects.length === 0 ? (
            <IconButton icon={Plus} size="sm" label={label} onClick={add} />
          ) : (
            <AddButton label={label} entries={[...objects, empty]} />
          )}
          {required ? null : (
            <IconButton icon={X} size="sm" label={`Remove ${name}`} onClick={remove} />
          )}
        </>
      }
    >
      {items.length === 0 ? <p className="hint">Holds nothing.</p> : null}
      {items.map((item, index) => (
        <ListItem key={item.path.join('.')} {...{ list: field, item, index }} onDone={setRefusal} />
      ))}
    </FieldFrame>
  );
}
