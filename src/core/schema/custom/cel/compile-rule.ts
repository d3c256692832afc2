import type { JsonValue } from '../../../manifest/types.ts';
import type { RuleFailure, StructuralSchema } from '../../types.ts';
import { knownFunctions } from '../functions/kubernetes-functions.ts';
import { noValue } from '../functions/optional-functions.ts';
import type { CelCompiled, CelEngine, CelProgram } from './cel-engine.ts';
import type { CelValue } from './cel-value.ts';
import { ruleCost } from './rule-cost.ts';
import { calledNames } from './rule-text.ts';
import { toCel } from './to-cel.ts';

/** The texts of one rule of `x-kubernetes-validations`. */
export interface RuleText {
  readonly rule: string;
  readonly messageExpression?: string;
  readonly optionalOldSelf?: true;
}

/** A rule that can be asked. Never throws. */
export type RuleCheck = (self: JsonValue) => boolean | RuleFailure;

export type CompiledRule =
  { readonly ok: true; readonly check: RuleCheck } | { readonly ok: false; readonly error: string };

/** Longer texts cannot come from a CRD that the server took: its estimate bounds them. */
const longestRule = 20_000;

/** About a quarter of a second. */
export const mostSteps = 20_000_000;

/** Longer messages are dropped by the server: celconfig.MaxEvaluatedMessageExpressionSizeBytes */
const longestMessage = 5 * 1024;

/**
 * Compiles a rule for values of a schema.
 *
 * @param tooCostly told instead of an answer where the rule would take too long for a value
 */
export function compileRule(
  text: RuleText,
  schema: StructuralSchema,
  engine: CelEngine,
  tooCostly: (cost: number) => void,
): CompiledRule {
  const compiled = compileKnown(text.rule, engine);
  if (!compiled.ok) return compiled;
  const message =
    text.messageExpression === undefined ? null : compileKnown(text.messageExpression, engine);
  if (message !== null && !message.ok) return message;
  const check: RuleCheck = (self) => {
    const cost = ruleCost(text.rule, self) + ruleCost(text.messageExpression ?? '', self);
    if (cost > mostSteps) {
      tooCostly(cost);
      return true;
    }
    const bindings = {
      self: toCel(self, schema, engine),
      ...(text.optionalOldSelf && { oldSelf: noValue }),
    };
    return ask(compiled.program, message?.program ?? null, bindings);
  };
  return { ok: true, check };
}

function compileKnown(expression: string, engine: CelEngine): CelCompiled {
  if (expression.trim() === '') return { ok: false, error: 'The expression is empty' };
  if (expression.length > longestRule) return { ok: false, error: 'The expression is too long' };
  const unknown = calledNames(expression).find((name) => !knownFunctions.has(name));
  if (unknown !== undefined) return { ok: false, error: `Function ${unknown} is not known here` };
  return engine.compile(expression);
}

type Bindings = Readonly<Record<string, CelValue>>;

function ask(
  program: CelProgram,
  message: CelProgram | null,
  bindings: Bindings,
): boolean | RuleFailure {
  const outcome = program.evaluate(bindings);
  if (!outcome.ok) return { kind: 'error', error: outcome.error };
  if (outcome.value === true) return true;
  const words = message === null ? null : messageOf(message, bindings);
  return words === null ? false : { kind: 'message', message: words };
}

/** The server falls back to `message` where the expression fails or gives no single line of text. */
function messageOf(program: CelProgram, bindings: Bindings): string | null {
  const outcome = program.evaluate(bindings);
  if (!outcome.ok || typeof outcome.value !== 'string') return null;
  const words = outcome.value.trim();
  return words === '' || words.includes('\n') || words.length > longestMessage ? null : words;
}
