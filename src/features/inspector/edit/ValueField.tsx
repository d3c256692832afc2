import { X } from 'lucide-react';
import { useState } from 'react';
import type { FormField, FormScalar } from '../../../core/edits/index.ts';
import { studio } from '../../../state/index.ts';
import { IconButton, Select, TextField } from '../../../ui/index.ts';
import { readDraft } from './read-draft.ts';
import { useFormHandlers } from './form-context.ts';

type Value = Extract<FormField, { kind: 'value' }>;

/** No object can be called so: it asks for a new one. */
const NEW = 'new…';

/** One value: text, number, or one of several. It is applied on Enter and when the focus leaves. */
export function ValueField({ field }: { field: Value }) {
  const { objectKey, run, problemsAt } = useFormHandlers();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { path, name, required } = field;
  const apply = async (value: FormScalar) => {
    const why = await run({ do: 'set-field', key: objectKey, path, value });
    setRefusal(why);
    return why === null;
  };
  const [first] = problemsAt(path);
  const problem = refusal ?? first?.title ?? null;
  const choices = choicesOf(field);
  return (
    <div className="fld-row">
      {choices === null ? (
        <TextValue field={field} problem={problem} onRefuse={setRefusal} onApply={apply} />
      ) : (
        <div className="grow">
          <p className="lbl">{labelOf(field)}</p>
          <Select
            label={labelOf(field)}
            className="wide"
            value={field.value === null ? null : String(field.value)}
            placeholder="Not set"
            options={choices}
            onChange={(chosen) => {
              if (chosen === NEW) studio.openTask({ do: 'add', objectKey });
              else void apply(field.type === 'boolean' ? chosen === 'true' : chosen);
            }}
          />
          <Note help={field.help} problem={problem} />
        </div>
      )}
      {required || field.value === null ? null : (
        <IconButton
          icon={X}
          size="sm"
          label={`Remove ${name}`}
          onClick={() => {
            void run({ do: 'remove-field', key: objectKey, path });
          }}
        />
      )}
    </div>
  );
}

/** What the value is chosen from; null when it is typed. A name that no object has stays a choice while it is set. */
function choicesOf({ type, choices, closed, value }: Value) {
  const plain = (text: string) => ({ value: text, label: text === '' ? '""' : text });
  if (type === 'boolean') return ['true', 'false'].map(plain);
  if (choices.length === 0) return null;
  const set = value === null || choices.includes(String(value)) ? [] : [String(value)];
  const known = [...choices, ...set].map(plain);
  return closed ? known : [...known, { value: NEW, label: 'New object…' }];
}

function labelOf({ name, required }: Value): string {
  return required ? `${name} (required)` : name;
}

function TextValue(props: {
  field: Value;
  problem: string | null;
  onRefuse: (why: string | null) => void;
  onApply: (value: FormScalar) => Promise<boolean>;
}) {
  const { field, problem, onRefuse, onApply } = props;
  const shown = field.value === null ? '' : String(field.value);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    if (draft === shown) {
      setDraft(null);
      onRefuse(null);
      return;
    }
    const read = readDraft(draft, field.type);
    if (read.kind === 'refused') onRefuse(read.why);
    else
      void onApply(read.value).then((applied) => {
        if (applied) setDraft(null);
      });
  };
  return (
    <TextField
      className="grow"
      label={labelOf(field)}
      mono
      spellCheck={false}
      autoComplete="off"
      inputMode={field.type === 'integer' ? 'numeric' : undefined}
      hint={field.help === '' ? null : field.help}
      problem={problem}
      value={draft ?? shown}
      onChange={(event) => {
        setDraft(event.target.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key !== 'Escape' || draft === null) return;
        event.stopPropagation();
        setDraft(null);
        onRefuse(null);
      }}
    />
  );
}

function Note({ help, problem }: { help: string; problem: string | null }) {
  if (problem !== null) return <p className="hint bad">{problem}</p>;
  return help === '' ? null : <p className="hint">{help}</p>;
}
