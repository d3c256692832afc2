import { EllipsisVertical } from 'lucide-react';
import { studio } from '../../state/index.ts';
import { IconButton, Menu } from '../../ui/index.ts';
import { objectActions } from './object-actions.ts';

/** The button that opens what can be done with an object. */
export function ObjectMenu(props: { objectKey: string; name: string; exists: boolean }) {
  const { objectKey, name, exists } = props;
  const actions = objectActions(objectKey, exists);
  if (actions.length === 0) return null;
  return (
    <Menu
      align="end"
      entries={actions.map(({ task, ...entry }) => ({
        kind: 'item',
        ...entry,
        onSelect: () => {
          studio.openTask(task);
        },
      }))}
    >
      <IconButton icon={EllipsisVertical} label={`Actions for ${name}`} />
    </Menu>
  );
}
