import type { CelValue } from './cel-value.ts';

/** What a call gives: a value, or an error in the words of cel-go. */
export type CelOutcome =
  { readonly ok: true; readonly value: CelValue } | { readonly ok: false; readonly error: string };

/**
 * A function that rules of a CRD may call and that plain CEL does not have. For a method the first argument is
 * the receiver. `run` answers null where the arguments are not of its types, so that another one is tried.
 */
export interface CelFunction {
  readonly name: string;
  readonly style: 'method' | 'function';
  /** Arguments without the receiver. */
  readonly arity: number;
  readonly run: (args: readonly CelValue[]) => CelOutcome | null;
}

export function gives(value: CelValue): CelOutcome {
  return { ok: true, value };
}

export function failsWith(error: string): CelOutcome {
  return { ok: false, error };
}

type Run = CelFunction['run'];

/** `receiver.name(…)` */
export function method(name: string, arity: number, run: Run): CelFunction {
  return { name, style: 'method', arity, run };
}

/** `name(…)` */
export function freeFunction(name: string, arity: number, run: Run): CelFunction {
  return { name, style: 'function', arity, run };
}

/** Calls the first of the functions that takes the arguments. */
export function callFunction(
  functions: readonly CelFunction[],
  args: readonly CelValue[],
): CelOutcome {
  for (const one of functions) {
    const outcome = one.run(args);
    if (outcome !== null) return outcome;
  }
  return failsWith('no such overload');
}
