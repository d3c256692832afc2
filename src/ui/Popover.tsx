import './overlay.css';
import { Popover as Primitive } from 'radix-ui';
import { focusLayer } from './focus-layer.ts';
import type { KeyboardEventHandler, ReactElement, ReactNode } from 'react';

/** A non-modal layer beside its trigger; Escape closes it and gives focus back. */
export function Popover(props: {
  label: string;
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  /** Distance from the trigger, CSS pixels. */
  sideOffset?: number;
  className?: string;
  /** Keys that the whole layer handles, wherever in it the focus is. */
  onKeyDown?: KeyboardEventHandler;
}) {
  const {
    label,
    trigger,
    children,
    align = 'center',
    sideOffset = 8,
    className,
    onKeyDown,
  } = props;
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={className === undefined ? 'pop' : `pop ${className}`}
          aria-label={label}
          align={align}
          sideOffset={sideOffset}
          collisionPadding={8}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={focusLayer}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
