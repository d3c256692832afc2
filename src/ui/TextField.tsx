import './field.css';
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface TextFieldProps extends ComponentPropsWithRef<'input'> {
  label: string;
  /** Hides the label from sight, not from assistive technology. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong with the value and what would be right. */
  problem?: string | null | undefined;
  mono?: boolean;
}

/** A labelled one-line input with its hint or problem. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    labelHidden = false,
    hint = null,
    problem = null,
    mono = false,
    className,
    ...input
  } = props;
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={className}>
      <label className={labelHidden ? 'vh' : 'lbl'} htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={classNames('input', mono && 'mono')}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={note === null ? undefined : `${id}-note`}
      />
      {note === null ? null : (
        <p id={`${id}-note`} className={problem === null ? 'hint' : 'hint bad'}>
          {note}
        </p>
      )}
    </div>
  );
}
