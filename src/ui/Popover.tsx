import './overlay.css';
import { Popover as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

/** A non-modal layer beside its trigger; Escape closes it and gives focus back. */
export function Popover(props: {
  label: string;
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}) {
  const { label, trigger, children, align = 'center', open, onOpenChange, className } = props;
  return (
    <Primitive.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={className === undefined ? 'pop' : `pop ${className}`}
          aria-label={label}
          align={align}
          sideOffset={8}
          collisionPadding={8}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
