import './overlay.css';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** One choice out of a list that opens. `value` null shows the placeholder. */
export function Select<Value extends string>(props: {
  label: string;
  value: Value | null;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  placeholder?: string;
  size?: 'sm' | 'md';
  className?: string;
}) {
  const { label, value, options, onChange, placeholder, size = 'md', className } = props;
  const change = (next: string) => {
    const option = options.find((one) => one.value === next);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Primitive.Root value={value ?? ''} onValueChange={change}>
      <Primitive.Trigger
        className={classNames('picker', size === 'sm' && 'sm', className)}
        aria-label={label}
      >
        <span className="trunc grow">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <Icon of={ChevronDown} size="xs" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className="menu" position="popper" sideOffset={4} collisionPadding={8}>
          <Primitive.Viewport>
            {options.map((option) => (
              <Primitive.Item key={option.value} className="menu-i" value={option.value}>
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
                <Primitive.ItemIndicator className="end">
                  <Icon of={Check} />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
