import './overlay.css';
import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement } from 'react';

/** Repeats in words what a control shows as a picture. Never the only place of any information. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {text}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Shared delay of all tooltips; once around the app. */
export function TooltipProvider({ children }: { children: ReactElement }) {
  return (
    <Primitive.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Primitive.Provider>
  );
}
