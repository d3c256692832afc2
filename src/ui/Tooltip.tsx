import './overlay.css';
import { Tooltip as Primitive } from 'radix-ui';
import { createContext, use, useState, type ReactElement, type ReactNode } from 'react';

interface Layer {
  readonly element: HTMLElement | null;
  readonly setElement: (element: HTMLElement | null) => void;
}

const LayerContext = createContext<Layer>({ element: null, setElement: () => undefined });

/** Repeats in words what a control shows as a picture. Never the only place of any information. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  const { element } = use(LayerContext);
  return (
    <Primitive.Root>
      <Primitive.Trigger
        asChild
        onFocus={(event) => {
          // A layer that closes gives the focus back: who came with the pointer has not asked for words.
          if (!event.currentTarget.matches(':focus-visible')) event.preventDefault();
        }}
      >
        {children}
      </Primitive.Trigger>
      <Primitive.Portal container={element}>
        <Primitive.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {text}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Shared delay of all tooltips and the place where they are put; once around the app. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  return (
    <LayerContext value={{ element, setElement }}>
      <Primitive.Provider delayDuration={500} skipDelayDuration={200}>
        {children}
      </Primitive.Provider>
    </LayerContext>
  );
}

/** Where tooltips stand in the document: inside a landmark, so that all text of the page is in one. */
export function TooltipLayer() {
  const { setElement } = use(LayerContext);
  return <div ref={setElement} />;
}
