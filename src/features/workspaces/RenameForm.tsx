import { useState, type SyntheticEvent } from 'react';
import { keeper } from '../../state/index.ts';
import { Button, TextField, takeFocus } from '../../ui/index.ts';

/** A new name for a kept workspace. */
export function RenameForm(props: { id: string; name: string; onDone: () => void }) {
  const { id, name, onDone } = props;
  const [next, setNext] = useState(name);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = next.trim();
    if (wanted === '') return;
    onDone();
    if (wanted !== name) void keeper.rename(id, wanted);
  };
  return (
    <form className="kept-r" onSubmit={save}>
      <TextField
        className="grow"
        label={`New name for ${name}`}
        labelHidden
        ref={takeFocus}
        data-escape
        onKeyDown={({ key }) => {
          if (key === 'Escape') onDone();
        }}
        value={next}
        onChange={(event) => {
          setNext(event.target.value);
        }}
      />
      <Button variant="quiet" onClick={onDone}>
        Cancel
      </Button>
      <Button type="submit" inactive={next.trim() === ''}>
        Rename
      </Button>
    </form>
  );
}
