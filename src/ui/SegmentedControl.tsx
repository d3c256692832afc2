import './segmented.css';
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** One choice out of a few that are all in sight: a radio group drawn as one control. */
export function SegmentedControl<Value extends string>(props: {
  label: string;
  value: Value;
  segments: readonly Segment<Value>[];
  onChange: (value: Value) => void;
}) {
  const { label, value, segments, onChange } = props;
  const change = (next: string) => {
    const segment = segments.find((one) => one.value === next);
    if (segment !== undefined) onChange(segment.value);
  };
  return (
    <RadioGroup.Root
      className="seg"
      aria-label={label}
      value={value}
      onValueChange={change}
      orientation="horizontal"
    >
      {segments.map((segment) => (
        <RadioGroup.Item key={segment.value} value={segment.value}>
          {segment.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
