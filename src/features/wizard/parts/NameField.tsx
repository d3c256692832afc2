import type { ChoiceField } from '../../../core/authoring/index.ts';
import { TextField } from '../../../ui/index.ts';
import type { Setup } from '../model/use-setup.ts';

/** A text that is an answer or part of one; says itself when it is the one that does not fit. */
export function NameField(props: {
  setup: Setup;
  label: string;
  value: string;
  /** Whose problems name this text. */
  field: ChoiceField;
  onChange: (value: string) => void;
  hint?: string;
  wide?: boolean;
}) {
  const { setup, label, value, field, onChange, hint, wide = false } = props;
  const parts = value.split(',').map((part) => part.trim());
  const isRefused = setup.problems.some(
    (problem) =>
      problem.field === field && problem.value !== undefined && parts.includes(problem.value),
  );
  return (
    <TextField
      label={label}
      className={wide ? 'w' : ''}
      mono
      spellCheck={false}
      autoComplete="off"
      value={value}
      hint={hint}
      problem={isRefused ? 'This text does not fit. The reason stands below.' : null}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
