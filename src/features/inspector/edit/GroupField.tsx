import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { FormField } from '../../../core/edits/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { AboutButton } from './AboutButton.tsx';
import { AddButton } from './AddButton.tsx';
import { AddEntry } from './AddEntry.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { useFormHandlers } from './form-context.ts';
import { summaryOf } from './summary-of.ts';
import { useAddEntries } from './use-add-entries.ts';
import { useFold } from './use-fold.ts';

type Group = Extract<FormField, { kind: 'group' }>;

/** Fields that belong together, under their name. */
export function GroupField(props: {
  field: Group;
  label?: string;
  /** Of an item in its list: shown in place of the label, which says the list's name again. */
  number?: number;
  /** Starts folded, when it holds something and nothing in it is wrong. */
  folds?: boolean;
  /** In place of those of a field: an item of a list has its own. */
  tools?: ReactNode;
}) {
  const { field, label = field.name, folds = false, number, tools } = props;
  const { objectKey, run, want, problemsAt, Field } = useFormHandlers();
  const [refusal, setRefusal] = useState<string | null>(null);
  const fold = useFold(field, folds);
  const { path, required, fields, addable, open, targets } = field;
  const entries = useAddEntries({ path, choices: addable, targets }, (why) => {
    setRefusal(why);
    if (why === null) fold.open();
  });
  const remove = () => {
    void run({ do: 'remove-field', key: objectKey, path }).then((why) => {
      setRefusal(why);
      if (why === null) want(path.slice(0, -1));
    });
  };
  const isMap = open && addable.length === 0;
  const isFixed = required || path.length < 2;
  return (
    <FieldFrame
      label={label}
      {...(number !== undefined && { number })}
      fold={
        fields.length === 0 && !isMap
          ? null
          : { open: fold.isOpen, summary: summaryOf(field), toggle: fold.toggle }
      }
      problems={[
        ...problemsAt(path).map(({ title }) => title),
        ...(refusal === null ? [] : [refusal]),
      ]}
      tools={
        <>
          {tools === undefined ? <AboutButton field={field} label={label} /> : null}
          <AddButton label={`Add field to ${label}`} entries={entries} />
          {tools}
          {tools === undefined && !isFixed ? (
            <IconButton icon={X} size="sm" label={`Remove ${label}`} onClick={remove} />
          ) : null}
        </>
      }
    >
      {fields.map((one) => (
        <Field key={one.path.join('.')} field={one} />
      ))}
      {isMap ? <AddEntry path={path} label={label} /> : null}
    </FieldFrame>
  );
}
