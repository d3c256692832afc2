import { useId, useState, type KeyboardEvent } from 'react';
import type { FormField, FormScalar } from '../../../core/edits/index.ts';
import { TextArea, TextField } from '../../../ui/index.ts';
import { linesShown, readDraft } from './read-draft.ts';

/** More lines than this scroll. */
const MOST_ROWS = 12;

/** A value that is typed: on one line, or on as many as it has. */
export function TextValue(props: {
  field: Extract<FormField, { kind: 'value' }>;
  label: string;
  problem: string | null;
  onRefuse: (why: string | null) => void;
  onApply: (value: FormScalar) => Promise<boolean>;
}) {
  const { field, label, problem, onRefuse, onApply } = props;
  const list = useId();
  const value = field.value === null ? '' : String(field.value);
  const isLong = field.type === 'string' && value.includes('\n');
  const shown = isLong ? linesShown(value) : value;
  const [draft, setDraft] = useState<string | null>(null);
  const drop = () => {
    setDraft(null);
    onRefuse(null);
  };
  const commit = () => {
    if (draft === null) return;
    if (draft === shown) {
      drop();
      return;
    }
    const read = readDraft(draft, field.type, value);
    if (read.kind === 'refused') onRefuse(read.why);
    else
      void onApply(read.value).then((applied) => {
        if (applied) setDraft(null);
      });
  };
  const text = draft ?? shown;
  const common = {
    label,
    mono: true,
    spellCheck: false,
    autoComplete: 'off',
    problem,
    value: text,
    onBlur: commit,
  };
  const onType = ({ currentTarget }: { currentTarget: { value: string } }) => {
    setDraft(currentTarget.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) commit();
    if (event.key !== 'Escape' || draft === null) return;
    event.stopPropagation();
    drop();
  };
  if (isLong)
    return (
      <TextArea
        {...common}
        wrap="off"
        rows={Math.min(text.split('\n').length + 1, MOST_ROWS)}
        onChange={onType}
        onKeyDown={onKeyDown}
      />
    );
  return (
    <>
      <TextField
        {...common}
        inputMode={field.type === 'integer' ? 'numeric' : undefined}
        list={field.suggestions.length === 0 ? undefined : list}
        onChange={onType}
        onKeyDown={onKeyDown}
      />
      {field.suggestions.length === 0 ? null : (
        <datalist id={list}>
          {field.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}
