import './button.css';
import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<
  ComponentPropsWithRef<'button'>,
  'disabled' | 'children' | 'aria-label'
> {
  icon: LucideIcon;
  /** The accessible name, also shown as tooltip. */
  label: string;
  /** Shown in the tooltip after the name. */
  shortcut?: string;
  size?: 'sm' | 'md';
  inactive?: boolean;
}

/** A button that is an icon; its name is the tooltip. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, shortcut, size = 'md', inactive = false, className, ...rest } = props;
  const { onClick, ...others } = rest;
  return (
    <Tooltip text={shortcut === undefined ? label : `${label} (${shortcut})`}>
      <button
        type="button"
        {...others}
        className={classNames('ib', size === 'sm' && 'sm', className)}
        aria-label={label}
        aria-disabled={inactive ? true : undefined}
        onClick={inactive ? undefined : onClick}
      >
        <Icon of={icon} size={size === 'sm' ? 's' : 'm'} />
      </button>
    </Tooltip>
  );
}
