import './button.css';
import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  /** One primary button a region; quiet for what stands beside it. */
  variant?: 'plain' | 'primary' | 'quiet';
  size?: 'sm' | 'md' | 'lg';
  icon?: LucideIcon;
  /** Stays focusable and says that it is off; clicks do nothing. */
  inactive?: boolean;
}

/** A push button. Its text is a verb that says what happens. */
export function Button(props: ButtonProps) {
  const { variant = 'plain', size = 'md', icon, inactive = false, className, ...rest } = props;
  const { onClick, children, ...others } = rest;
  return (
    <button
      type="button"
      {...others}
      className={classNames(
        'btn',
        variant === 'primary' && 'pri',
        variant === 'quiet' && 'quiet',
        size !== 'md' && size,
        className,
      )}
      aria-disabled={inactive ? true : undefined}
      onClick={inactive ? undefined : onClick}
    >
      {icon === undefined ? null : <Icon of={icon} size={size === 'lg' ? 'm' : 's'} />}
      {children}
    </button>
  );
}
