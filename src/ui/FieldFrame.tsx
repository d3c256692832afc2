import './field.css';
import { useId, type ReactNode } from 'react';

/** What a labelled control says about itself. */
export interface FieldFrameProps {
  label: string;
  /** Hides the label from sight, not from assistive technology. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong with the value and what would be right. */
  problem?: string | null | undefined;
}

/** A control with its label, and its hint or problem below. */
export function FieldFrame(
  props: FieldFrameProps & {
    className?: string | undefined;
    control: (wiring: {
      id: string;
      'aria-invalid': true | undefined;
      'aria-describedby': string | undefined;
    }) => ReactNode;
  },
) {
  const { label, labelHidden = false, hint = null, problem = null, className, control } = props;
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={className}>
      <label className={labelHidden ? 'vh' : 'lbl'} htmlFor={id}>
        {label}
      </label>
      {control({
        id,
        'aria-invalid': problem === null ? undefined : true,
        'aria-describedby': note === null ? undefined : `${id}-note`,
      })}
      {note === null ? null : (
        <p id={`${id}-note`} className={problem === null ? 'hint' : 'hint bad'}>
          {note}
        </p>
      )}
    </div>
  );
}
