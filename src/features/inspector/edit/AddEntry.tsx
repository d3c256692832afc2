import { useState } from 'react';
import type { FieldPath } from '../../../core/model/index.ts';
import { Button, TextField } from '../../../ui/index.ts';
import { useFormHandlers } from './form-context.ts';

/** A map takes any name: it is typed. */
export function AddEntry({ path, label }: { path: FieldPath; label: string }) {
  const { objectKey, run, want } = useFormHandlers();
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = () => {
    if (name.trim() === '') return;
    const to = [...path, name.trim()];
    void run({ do: 'set-field', key: objectKey, path: to, value: '' }).then((why) => {
      setRefusal(why);
      if (why !== null) return;
      setName('');
      want(to);
    });
  };
  return (
    <div className="fld-new">
      <TextField
        className="grow"
        label={`New key in ${label}`}
        labelHidden
        placeholder="New key"
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
      <Button inactive={name.trim() === ''} aria-label={`Add the key to ${label}`} onClick={add}>
        Add
      </Button>
    </div>
  );
}
