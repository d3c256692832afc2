import './overlay.css';
import { ContextMenu as Primitive } from 'radix-ui';
import type { MouseEvent, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { MenuEntry } from './Menu.tsx';

/**
 * A menu of commands at the pointer, or at the focus when the menu key asks for it, over one region.
 *
 * @param props.onAsk told where it is asked for; false leaves the browser's own menu
 */
export function ContextMenu(props: {
  entries: readonly Extract<MenuEntry, { kind: 'item' }>[];
  onAsk: (event: MouseEvent) => boolean;
  children: ReactNode;
}) {
  const { entries, onAsk, children } = props;
  return (
    <Primitive.Root modal={false}>
      <div
        className="contents"
        onContextMenuCapture={(event) => {
          // Radix does not hear of it: the browser shows its own.
          if (!onAsk(event)) event.stopPropagation();
        }}
      >
        <Primitive.Trigger asChild>
          <div className="contents">{children}</div>
        </Primitive.Trigger>
      </div>
      <Primitive.Portal>
        <Primitive.Content className="menu" collisionPadding={8}>
          {entries.map(({ id, label, icon, shortcut, onSelect }) => (
            <Primitive.Item key={id} className="menu-i" onSelect={onSelect}>
              {icon === undefined ? null : <Icon of={icon} />}
              {label}
              {shortcut === undefined ? null : <span className="end">{shortcut}</span>}
            </Primitive.Item>
          ))}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
