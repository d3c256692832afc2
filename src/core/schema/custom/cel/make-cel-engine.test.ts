import { describe, expect, it } from 'vitest';
import type { CelLibrary, LibraryFunction } from './cel-library.ts';
import { celEngineLoader } from './load-cel-engine.ts';
import { makeCelEngine } from './make-cel-engine.ts';

type Stub = LibraryFunction & { readonly run: (...args: unknown[]) => unknown };

/**
 * Stands for the package where it is not installed. An expression is `name`, called with the values of the bindings,
 * or a text that an error of the library has.
 */
function stubLibrary(): CelLibrary {
  let known: readonly LibraryFunction[] = [];
  const make = (name: string, run: Stub['run']): Stub => ({ name, run });
  return {
    CelScalar: { DYN: 'dyn' },
    parse: (expression) => {
      if (expression.includes('?.')) throw new Error('Expected ")" but "?" found.');
      return { expr: expression };
    },
    celEnv: ({ funcs }) => {
      known = funcs;
      return {};
    },
    plan: (_env, { expr }) => {
      const found = known.find(({ name }) => name === expr);
      return (bindings) => {
        if (found === undefined) return new Error(String(expr));
        try {
          return (found as Stub).run(...Object.values(bindings));
        } catch (error) {
          return error;
        }
      };
    },
    celFunc: (name, _args, _result, run) => make(name, run),
    celMethod: (name, _target, _args, _result, run) =>
      make(name, (self, ...args) => run.apply(self, args)),
    isCelError: (value): value is Error => value instanceof Error,
    isCelList: (value): value is unknown[] => Array.isArray(value),
    isCelMap: (value): value is Map<unknown, unknown> => value instanceof Map,
  };
}

function evaluate(expression: string, bindings: Readonly<Record<string, string | bigint>>) {
  const compiled = makeCelEngine(stubLibrary()).compile(expression);
  return compiled.ok ? compiled.program.evaluate(bindings) : compiled;
}

describe('the engine on the library', () => {
  it('hands Kubernetes’ functions to it and takes their values back', () => {
    expect(evaluate('isIP', { text: '192.0.2.1' })).toStrictEqual({ ok: true, value: true });
    expect(evaluate('lowerAscii', { self: 'ABC' })).toStrictEqual({ ok: true, value: 'abc' });
    expect(evaluate('quantity', { text: '2' })).toStrictEqual({
      ok: true,
      value: { celType: 'quantity', fields: { digits: 2n, scale: 0n } },
    });
  });

  it.each([
    ['isIP', 'no such overload'],
    ['field not found: uri', 'no such key: uri'],
    ["found no matching overload for 'f'", 'no such overload'],
    ['divide by zero', 'divide by zero'],
  ])('says %s as the server does', (expression, error) => {
    expect(evaluate(expression, { self: 1n })).toStrictEqual({ ok: false, error });
  });

  it('does not compile what the library cannot parse', () => {
    expect(evaluate('self.?a', {}).ok).toBe(false);
    expect(makeCelEngine(stubLibrary()).compile('self?.a')).toStrictEqual({
      ok: false,
      error: 'Expected ")" but "?" found.',
    });
  });

  it('is loaded once, and is null where the package is not there', async () => {
    let loads = 0;
    const load = celEngineLoader(() => {
      loads += 1;
      return Promise.resolve(stubLibrary());
    });
    expect(await load()).toBe(await load());
    expect(loads).toBe(1);
    expect(await celEngineLoader(() => Promise.reject(new Error('absent')))()).toBeNull();
  });
});
