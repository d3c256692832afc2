import './verdict.css';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { VerdictShape, type ShapeName } from './VerdictShape.tsx';

const tone: Readonly<Partial<Record<ShapeName, string>>> = {
  ok: 'ok',
  warning: 'warn',
  error: 'err',
};

/** A verdict pill: shape, word and colour together. */
export function Badge(props: { shape: ShapeName; children: ReactNode; small?: boolean }) {
  const { shape, children, small = false } = props;
  return (
    <span className={classNames('badge', tone[shape], small && 'sm')}>
      <VerdictShape shape={shape} size={small ? 'xs' : 's'} />
      {children}
    </span>
  );
}
