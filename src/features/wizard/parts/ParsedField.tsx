import { useState } from 'react';
import { TextField } from '../../../ui/index.ts';

/** A text that stands for a value: it is kept while it does not yet, and says what it should be. */
export function ParsedField<Value>(props: {
  label: string;
  value: Value;
  print: (value: Value) => string;
  /** Null when the text stands for no value. */
  parse: (text: string) => Value | null;
  /** What would be right. */
  expects: string;
  onChange: (value: Value) => void;
}) {
  const { label, value, print, parse, expects, onChange } = props;
  const printed = print(value);
  const [typed, setTyped] = useState({ printed, text: printed });
  // The value was changed elsewhere: what was typed is gone.
  const text = typed.printed === printed ? typed.text : printed;
  return (
    <TextField
      label={label}
      mono
      spellCheck={false}
      autoComplete="off"
      value={text}
      problem={parse(text) === null ? expects : null}
      onChange={(event) => {
        const next = event.currentTarget.value;
        const parsed = parse(next);
        setTyped({ printed: parsed === null ? printed : print(parsed), text: next });
        if (parsed !== null) onChange(parsed);
      }}
    />
  );
}
