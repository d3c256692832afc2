import './verdict.css';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Filled shapes happened; dashed ones are predicted or unknown. */
export type ShapeName =
  'ok' | 'warning' | 'error' | 'unknown' | 'note' | 'would-pass' | 'would-fail' | 'idle';

export type ShapeSize = 'xs' | 's' | 'm' | 'l' | 'xl' | 'corner';

const tone: Readonly<Partial<Record<ShapeName, string>>> = {
  ok: 'ok',
  warning: 'warn',
  error: 'err',
  note: 'info',
};

/**
 * A verdict as a shape on a 16 grid. With `label` it is an image of that name; without, decoration beside
 * a word.
 */
export function VerdictShape(props: { shape: ShapeName; size?: ShapeSize; label?: string }) {
  const { shape, size = 'm', label } = props;
  const className = classNames('st', tone[shape], size !== 'm' && size);
  const naming =
    label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return (
    <svg className={className} viewBox="0 0 16 16" focusable="false" {...naming}>
      {drawings[shape]}
    </svg>
  );
}

const dashedRing = (
  <circle
    cx="8"
    cy="8"
    r="6.4"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    strokeDasharray="2.3 2.1"
  />
);

function stroke(d: string, width: number, color: 'currentColor' | 'var(--on)') {
  return (
    <path
      d={d}
      fill="none"
      stroke={color}
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

const drawings: Readonly<Record<ShapeName, ReactNode>> = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      {stroke('m4.9 8.2 2.1 2.1 4.1-4.4', 1.7, 'var(--on)')}
    </>
  ),
  warning: (
    <>
      <path
        d="M6.7 1.9a1.5 1.5 0 0 1 2.6 0l5.9 10.3a1.5 1.5 0 0 1-1.3 2.3H2.1a1.5 1.5 0 0 1-1.3-2.3Z"
        fill="currentColor"
      />
      {stroke('M8 5.6v3.5M8 11.7v.02', 1.8, 'var(--on)')}
    </>
  ),
  error: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z" fill="currentColor" />
      {stroke('m5.7 5.7 4.6 4.6M10.3 5.7l-4.6 4.6', 1.7, 'var(--on)')}
    </>
  ),
  unknown: (
    <>
      {dashedRing}
      {stroke(
        'M6.3 6.3c.2-1 .9-1.5 1.8-1.5 1 0 1.8.7 1.8 1.6 0 1.3-1.8 1.3-1.8 2.6M8.1 11.2v.02',
        1.4,
        'currentColor',
      )}
    </>
  ),
  note: (
    <>
      <rect
        x="1.6"
        y="1.6"
        width="12.8"
        height="12.8"
        rx="3.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      />
      {stroke('M8 7.4v3.6M8 4.9v.02', 1.7, 'currentColor')}
    </>
  ),
  'would-pass': (
    <>
      {dashedRing}
      {stroke('m5.3 8.2 1.9 1.9 3.6-3.9', 1.5, 'currentColor')}
    </>
  ),
  'would-fail': (
    <>
      <path
        d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeDasharray="2.2 1.9"
      />
      {stroke('m6 6 4 4M10 6l-4 4', 1.5, 'currentColor')}
    </>
  ),
  idle: dashedRing,
};
