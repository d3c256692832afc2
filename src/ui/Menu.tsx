import './overlay.css';
import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { Icon } from './Icon.tsx';

export type MenuEntry =
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly shortcut?: string;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'label'; readonly id: string; readonly label: string }
  | { readonly kind: 'separator'; readonly id: string };

/** A menu of commands under a button. `children` is that button. */
export function Menu(props: {
  entries: readonly MenuEntry[];
  align?: 'start' | 'end';
  children: ReactElement;
}) {
  const { entries, align = 'start', children } = props;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} sideOffset={4} collisionPadding={8}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case 'label':
      return <DropdownMenu.Label className="menu-l">{entry.label}</DropdownMenu.Label>;
    case 'separator':
      return <DropdownMenu.Separator className="menu-sep" />;
    case 'item':
      return (
        <DropdownMenu.Item className="menu-i" onSelect={entry.onSelect}>
          {entry.icon === undefined ? null : <Icon of={entry.icon} />}
          {entry.label}
          {entry.shortcut === undefined ? null : <span className="end">{entry.shortcut}</span>}
        </DropdownMenu.Item>
      );
    default:
      return entry satisfies never;
  }
}
