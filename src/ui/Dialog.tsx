import './overlay.css';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { CSSProperties, ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { useLayerFocus } from './use-layer-focus.ts';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title; also the accessible description. */
  description?: ReactNode;
  children: ReactNode;
  /** Buttons at the bottom right, the primary one last. */
  footer?: ReactNode;
  /** CSS pixels; never wider than the window. */
  width?: number;
}

/** A modal dialog: traps focus, closes with Escape, gives focus back. Dialogs never stack. What has `data-escape` takes Escape itself. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, children, footer, width } = props;
  const focus = useLayerFocus();
  const style: CSSProperties & { '--dlg-w'?: string } =
    width === undefined ? {} : { '--dlg-w': `${String(width)}px` };
  return (
    <Primitive.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Primitive.Portal>
        <Primitive.Overlay className="scrim" />
        <Primitive.Content
          className="dlg"
          style={style}
          onEscapeKeyDown={leaveToInner}
          {...focus}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="dlg-h">
            <div className="grow">
              <Primitive.Title asChild>
                <h2>{title}</h2>
              </Primitive.Title>
              {description === undefined ? null : (
                <Primitive.Description>{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton icon={X} label="Close" />
            </Primitive.Close>
          </header>
          <div className="dlg-b">{children}</div>
          {footer === undefined ? null : <footer className="dlg-f">{footer}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function leaveToInner(event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.closest('[data-escape]') !== null)
    event.preventDefault();
}
