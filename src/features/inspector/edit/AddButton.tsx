import { Plus } from 'lucide-react';
import { Button, IconButton, Menu, type MenuEntry } from '../../../ui/index.ts';

/** Adds something in one place: at once, or what is chosen in its menu. Nothing when there is nothing to add. */
export function AddButton(props: {
  label: string;
  entries: readonly MenuEntry[];
  /** In words instead of an icon alone: at the end of a form. */
  wide?: boolean;
}) {
  const { label, entries, wide = false } = props;
  if (entries.length === 0) return null;
  return (
    <Menu entries={entries} align={wide ? 'start' : 'end'}>
      {wide ? (
        <Button size="sm" icon={Plus}>
          {label}
        </Button>
      ) : (
        <IconButton icon={Plus} size="sm" label={label} />
      )}
    </Menu>
  );
}
