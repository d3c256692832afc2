import { useEffect, useRef } from 'react';
import { TextField } from '../../ui/index.ts';

/** The field that filters the tree; it has the focus when it opens. */
export function TreeFilter(props: { value: string; onChange: (value: string) => void }) {
  const { value, onChange } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  return (
    <TextField
      ref={input}
      className="side-filter"
      label="Filter by name or kind"
      labelHidden
      placeholder="Name or kind"
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
