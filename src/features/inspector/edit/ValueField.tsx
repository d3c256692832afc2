import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { FormField, FormScalar } from '../../../core/edits/index.ts';
import { studio } from '../../../state/index.ts';
import { IconButton, Select } from '../../../ui/index.ts';
import { AboutButton } from './AboutButton.tsx';
import { TextValue } from './TextValue.tsx';
import { useFormHandlers } from './form-context.ts';

type Value = Extract<FormField, { kind: 'value' }>;

/** No object can be called so: it asks for a new one. */
const NEW = 'new…';

/** One value: text, number, or one of several. It is applied on Enter and when the focus leaves. */
export function ValueField(props: {
  field: Value;
  /** In place of those of a field: an item of a list has its own. */
  tools?: ReactNode;
}) {
  const { field, tools } = props;
  const { objectKey, run, problemsAt } = useFormHandlers();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { path, name } = field;
  const apply = async (value: FormScalar) => {
    const why = await run({ do: 'set-field', key: objectKey, path, value });
    setRefusal(why);
    return why === null;
  };
  const [first] = problemsAt(path);
  const problem = refusal ?? first?.title ?? null;
  const choices = choicesOf(field);
  const label = field.required ? `${name} (required)` : name;
  return (
    <div className="fld-v">
      {choices === null ? (
        <TextValue {...{ field, label, problem }} onRefuse={setRefusal} onApply={apply} />
      ) : (
        <div>
          <p className="lbl">{label}</p>
          <Select
            label={label}
            className="wide"
            value={field.value === null ? null : String(field.value)}
            placeholder="Not set"
            options={choices}
            onChange={(chosen) => {
              if (chosen === NEW) studio.openTask({ do: 'add', objectKey });
              else void apply(field.type === 'boolean' ? chosen === 'true' : chosen);
            }}
          />
          {problem === null ? null : <p className="hint bad">{problem}</p>}
        </div>
      )}
      {field.help === '' ? null : <p className="hint">{field.help}</p>}
      <div className="fld-tools">
        <AboutButton field={field} label={name} />
        {tools ?? <RemoveValue field={field} onDone={setRefusal} />}
      </div>
    </div>
  );
}

function RemoveValue({ field, onDone }: { field: Value; onDone: (why: string | null) => void }) {
  const { objectKey, run, want } = useFormHandlers();
  const { path, name, required, value } = field;
  if (required || value === null) return null;
  return (
    <IconButton
      icon={X}
      size="sm"
      label={`Remove ${name}`}
      onClick={() => {
        void run({ do: 'remove-field', key: objectKey, path }).then((why) => {
          onDone(why);
          if (why === null) want(path.slice(0, -1));
        });
      }}
    />
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
