import { X } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { FormField } from '../../../core/edits/index.ts';
import { Button, IconButton, TextField } from '../../../ui/index.ts';
import { About } from './About.tsx';
import { AddField } from './AddField.tsx';
import { AddTarget } from './AddTarget.tsx';
import { useFormHandlers } from './form-context.ts';

type Group = Extract<FormField, { kind: 'group' }>;

/** Fields that belong together, under their name. */
export function GroupField(props: { field: Group; label?: string; tools?: ReactNode }) {
  const { field, label = field.name, tools } = props;
  const { objectKey, run, problemsAt, Field } = useFormHandlers();
  const [refusal, setRefusal] = useState<readonly string[] | null>(null);
  const { path, required, fields, addable, open, targets } = field;
  return (
    <FieldFrame
      label={label}
      about={tools === undefined ? <About field={field} /> : null}
      problems={[...problemsAt(path).map(({ title }) => title), ...(refusal ?? [])]}
      tools={
        tools ??
        (required || path.length < 2 ? null : (
          <IconButton
            icon={X}
            size="sm"
            label={`Remove ${label}`}
            onClick={() => {
              void run({ do: 'remove-field', key: objectKey, path }).then((why) => {
                setRefusal(why === null ? null : [why]);
              });
            }}
          />
        ))
      }
    >
      {fields.map((one) => (
        <Field key={one.path.join('.')} field={one} />
      ))}
      <AddTarget targets={targets} name={label} />
      <AddField path={path} choices={addable} label={`Add field to ${label}`} />
      {open && addable.length === 0 ? <AddEntry field={field} label={label} /> : null}
    </FieldFrame>
  );
}

/** A named frame around fields, with what is wrong with the whole and what can be done with it. */
export function FieldFrame(props: {
  label: string;
  /** What there is to say about it. */
  about: ReactNode;
  problems: readonly string[];
  tools: ReactNode;
  children: ReactNode;
}) {
  const { label, about, problems, tools, children } = props;
  const id = useId();
  return (
    <div className="fld-group" role="group" aria-labelledby={id}>
      <div className="fld-h">
        <p className="lbl mono" id={id}>
          {label}
        </p>
        <span className="grow" />
        {tools}
      </div>
      {about}
      {problems.map((title) => (
        <p key={title} className="hint bad">
          {title}
        </p>
      ))}
      <div className="fields">{children}</div>
    </div>
  );
}

/** A map takes any name: it is typed. */
function AddEntry({ field, label }: { field: Group; label: string }) {
  const { objectKey, run } = useFormHandlers();
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = () => {
    if (name.trim() === '') return;
    const path = [...field.path, name.trim()];
    void run({ do: 'set-field', key: objectKey, path, value: '' }).then((why) => {
      setRefusal(why);
      if (why === null) setName('');
    });
  };
  return (
    <div className="fld-row">
      <TextField
        className="grow"
        label={`New key in ${label}`}
        mono
        value={name}
        problem={refusal}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
      />
      <Button size="sm" inactive={name.trim() === ''} onClick={add}>
        Add
      </Button>
    </div>
  );
}
