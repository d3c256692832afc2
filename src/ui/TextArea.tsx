import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';

export interface TextAreaProps extends FieldFrameProps, ComponentPropsWithRef<'textarea'> {
  label: string;
  mono?: boolean;
}

/** A labelled input of several lines with its hint or problem. */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, hint, problem, mono = false, className, ...input } = props;
  return (
    <FieldFrame
      {...{ label, hint, problem, className }}
      labelHidden={labelHidden ?? false}
      control={(wiring) => (
        <textarea {...input} {...wiring} className={classNames('input', mono && 'mono')} />
      )}
    />
  );
}
