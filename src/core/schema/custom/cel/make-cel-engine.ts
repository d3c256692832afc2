import { kubernetesFunctions } from '../functions/kubernetes-functions.ts';
import type { CelCompiled, CelEngine, CelLiteralType, CelProgram } from './cel-engine.ts';
import { callFunction, failsWith, gives } from './cel-function.ts';
import type { CelFunction, CelOutcome } from './cel-function.ts';
import type { CelLibrary, LibraryEnv, LibraryFunction } from './cel-library.ts';
import type { CelForeign, CelValue } from './cel-value.ts';
import { fromLibrary, toLibrary } from './library-values.ts';

/**
 * An engine on `@bufbuild/cel` with the functions of Kubernetes. The library has no optional syntax (`?.`) and no
 * `cel.bind`: a rule with them does not compile, and is reported.
 *
 * @param library the package, e.g. from `await import('@bufbuild/cel')`
 */
export function makeCelEngine(library: CelLibrary): CelEngine {
  const env = library.celEnv({ funcs: libraryFunctions(library) });
  return {
    compile: (expression) => compile(library, env, expression),
    literal: (type, text) => literal(library, env, type, text),
  };
}

function compile(library: CelLibrary, env: LibraryEnv, expression: string): CelCompiled {
  try {
    const run = library.plan(env, library.parse(expression));
    const evaluate = (bindings: Readonly<Record<string, CelValue>>): CelOutcome =>
      outcomeOf(library, run, bindings);
    return { ok: true, program: { evaluate } satisfies CelProgram };
  } catch (error) {
    return { ok: false, error: messageOf(error) };
  }
}

function outcomeOf(
  library: CelLibrary,
  run: (bindings: Record<string, unknown>) => unknown,
  bindings: Readonly<Record<string, CelValue>>,
): CelOutcome {
  const given = Object.entries(bindings).map(([name, value]) => [name, toLibrary(value)] as const);
  try {
    const result = run(Object.fromEntries(given));
    return library.isCelError(result)
      ? failsWith(inGoWords(result.message))
      : gives(fromLibrary(result, library));
  } catch (error) {
    return failsWith(inGoWords(messageOf(error)));
  }
}

function literal(
  library: CelLibrary,
  env: LibraryEnv,
  type: CelLiteralType,
  text: string,
): CelForeign | null {
  const compiled = compile(library, env, `${type}(text)`);
  const outcome = compiled.ok ? compiled.program.evaluate({ text }) : compiled;
  const value = 'value' in outcome ? outcome.value : null;
  return typeof value === 'object' && value !== null && 'celType' in value ? foreign(value) : null;
}

function foreign(value: Exclude<CelValue, string | number | bigint | boolean | null>) {
  return 'celType' in value && value.celType === 'foreign' ? value : null;
}

/** One function of the library for each name, kind and number of arguments. */
function libraryFunctions(library: CelLibrary): LibraryFunction[] {
  const groups = new Map<string, CelFunction[]>();
  for (const one of kubernetesFunctions) {
    const key = `${one.style} ${one.name} ${one.arity.toString()}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [libraryFunction(library, first, group)];
  });
}

function libraryFunction(
  library: CelLibrary,
  { name, style, arity }: CelFunction,
  group: readonly CelFunction[],
): LibraryFunction {
  const { DYN } = library.CelScalar;
  const types = Array.from({ length: arity }, () => DYN);
  const run = (args: readonly unknown[]): unknown => {
    const values = args.map((one) => fromLibrary(one, library));
    const outcome = callFunction(group, values);
    // The library turns what a function throws into an error of CEL.
    if (!outcome.ok) throw new Error(outcome.error);
    return toLibrary(outcome.value);
  };
  if (style === 'function') return library.celFunc(name, types, DYN, (...args) => run(args));
  return library.celMethod(name, DYN, types, DYN, function (this: unknown, ...args) {
    return run([this, ...args]);
  });
}

/** The server runs cel-go: the same faults have other names there. */
function inGoWords(message: string): string {
  const key = /^(?:field not found|no such (?:key|field)):?\s*['"]?([^'"]*)['"]?$/i.exec(
    message,
  )?.[1];
  if (key !== undefined) return `no such key: ${key}`;
  return message.startsWith('found no matching overload') ? 'no such overload' : message;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
