import type { ShapeName } from './VerdictShape.tsx';

/** Class that gives words the colour of a verdict: `f-ok`, `f-warn`, `f-err` or `f-unk`. */
export function toneClass(shape: ShapeName): 'f-ok' | 'f-warn' | 'f-err' | 'f-unk' {
  switch (shape) {
    case 'ok':
      return 'f-ok';
    case 'warning':
      return 'f-warn';
    case 'error':
      return 'f-err';
    case 'unknown':
    case 'note':
    case 'would-pass':
    case 'would-fail':
    case 'idle':
      return 'f-unk';
    default:
      return shape satisfies never;
  }
}
