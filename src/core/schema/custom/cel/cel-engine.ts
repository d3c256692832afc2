import type { CelOutcome } from './cel-function.ts';
import type { CelForeign, CelValue } from './cel-value.ts';

/** A compiled expression. Never throws. */
export interface CelProgram {
  readonly evaluate: (bindings: Readonly<Record<string, CelValue>>) => CelOutcome;
}

export type CelCompiled =
  | { readonly ok: true; readonly program: CelProgram }
  | { readonly ok: false; readonly error: string };

/** What runs the rules: an expression library that is loaded only when a CRD with rules was dropped. */
export interface CelEngine {
  readonly compile: (expression: string) => CelCompiled;
  /** A value of a type that only the engine has; null where the text is none of it. */
  readonly literal: (type: CelLiteralType, text: string) => CelForeign | null;
}

export type CelLiteralType = 'timestamp' | 'duration' | 'bytes';
