import type { LucideIcon } from 'lucide-react';
import { IconButton } from '../../ui/index.ts';
import { useAction } from '../actions/use-action.ts';

/** An icon button for an action of the registry. */
export function ActionIconButton(props: {
  id: string;
  icon: LucideIcon;
  size?: 'sm' | 'md';
  /** Overrides the action's title where the control has a fixed name. */
  label?: string;
}) {
  const { id, icon, size = 'md', label } = props;
  const { title, shortcut, available, run } = useAction(id);
  return (
    <IconButton
      icon={icon}
      size={size}
      label={label ?? title}
      {...(shortcut === undefined ? {} : { shortcut })}
      inactive={!available}
      onClick={run}
    />
  );
}
