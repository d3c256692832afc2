import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';

export interface TextFieldProps extends FieldFrameProps, ComponentPropsWithRef<'input'> {
  label: string;
  mono?: boolean;
}

/** A labelled one-line input with its hint or problem. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden, hint, problem, mono = false, className, ...input } = props;
  return (
    <FieldFrame
      {...{ label, hint, problem, className }}
      labelHidden={labelHidden ?? false}
      control={(wiring) => (
        <input {...input} {...wiring} className={classNames('input', mono && 'mono')} />
      )}
    />
  );
}
