import type { EditEffect } from '../../core/edits/index.ts';
import type { ShapeName } from '../../ui/index.ts';

/** How an effect is told: a heading for all of its kind, and the shape beside it. */
export const effectWords: Readonly<
  Record<EditEffect['kind'], { readonly title: string; readonly shape: ShapeName }>
> = {
  dangles: { title: 'Will name nothing', shape: 'error' },
  stays: { title: 'Stays as it is', shape: 'warning' },
  added: { title: 'Is added', shape: 'ok' },
  follows: { title: 'Follows', shape: 'ok' },
};

/** The worst first. */
export const effectOrder = ['dangles', 'stays', 'added', 'follows'] as const;
