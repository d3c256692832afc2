/**
 * The part of the package `@bufbuild/cel` that is used here. The package is handed in by whoever loads it
 * (a dynamic import in the worker), so that nothing of it is part of the first paint.
 */
export interface CelLibrary {
  readonly parse: (expression: string) => ParsedExpression;
  readonly celEnv: (options: { readonly funcs: LibraryFunction[] }) => LibraryEnv;
  readonly plan: (
    env: LibraryEnv,
    expression: ParsedExpression,
  ) => (bindings: Record<string, unknown>) => unknown;
  readonly celFunc: (
    name: string,
    args: readonly unknown[],
    result: unknown,
    run: (...args: unknown[]) => unknown,
  ) => LibraryFunction;
  readonly celMethod: (
    name: string,
    target: unknown,
    args: readonly unknown[],
    result: unknown,
    run: (this: unknown, ...args: unknown[]) => unknown,
  ) => LibraryFunction;
  readonly isCelError: (value: unknown) => value is Error;
  readonly isCelList: (value: unknown) => value is Iterable<unknown>;
  readonly isCelMap: (value: unknown) => value is Iterable<readonly [unknown, unknown]>;
  readonly CelScalar: { readonly DYN: unknown };
}

/** Opaque to this project: made by the library, handed back to it. */
export interface ParsedExpression {
  readonly expr?: unknown;
}
export interface LibraryEnv {
  readonly namespace?: unknown;
}
export interface LibraryFunction {
  readonly name: string;
}
