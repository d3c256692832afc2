import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { VerdictShape } from '../../../ui/index.ts';

/** One answer to a question. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly note: string;
  readonly picture?: ReactNode;
  /** Why it cannot be chosen together with the other answers; it can be chosen all the same, to see what can. */
  readonly refusal?: string | null;
}

/** One choice out of a few, each with what it means. */
export function OptionCards<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value, title: string) => void;
}) {
  const { label, value, options, onChange } = props;
  const change = (next: string) => {
    const option = options.find((one) => one.value === next);
    if (option !== undefined) onChange(option.value, option.title);
  };
  return (
    <RadioGroup.Root className="opts" aria-label={label} value={value} onValueChange={change}>
      {options.map((option) => (
        <RadioGroup.Item key={option.value} className="opt" value={option.value}>
          <span>
            {option.picture}
            <b>{option.title}</b>
            <small>{option.note}</small>
            {typeof option.refusal !== 'string' ? null : (
              <small className="no" title={option.refusal}>
                <VerdictShape shape="warning" size="xs" />
                Not with these answers
              </small>
            )}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
