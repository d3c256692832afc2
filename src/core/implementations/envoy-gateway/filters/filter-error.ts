import { conditionMessage } from '../refusal.ts';
import type { FilterProgress } from './filter-progress.ts';

/** What stands against the filters or matches of a rule, with the condition of the route that tells it. */
export interface FilterError {
  readonly type: 'Accepted' | 'ResolvedRefs' | 'BackendsAvailable';
  readonly reason: string;
  /** No capital, no full stop, unless several are put together. */
  readonly message: string;
}

/** A value the API server lets pass and Envoy Gateway does not: the rule is not accepted. */
export function notAccepted(message: string, reason = 'UnsupportedValue'): FilterError {
  return { type: 'Accepted', reason, message };
}

/** The rule answers 500 in place of its backends, and none of the filters after this one is looked at. */
export function answer500(progress: FilterProgress, error: FilterError): FilterError[] {
  progress.directResponse = 500;
  return [error];
}

/**
 * One error for each type of condition: reasons sorted and each once; of several messages each a sentence and a line.
 *
 * @see internal/gatewayapi/status/error.go `TypedErrorCollector`, `MultiStatusError`
 */
export function joinErrors<Type extends string>(
  errors: readonly { readonly type: Type; readonly reason: string; readonly message: string }[],
): readonly { readonly type: Type; readonly reason: string; readonly message: string }[] {
  const types = [...new Set(errors.map(({ type }) => type))];
  return types.map((type) => {
    const own = errors.filter((error) => error.type === type);
    const messages = own.map(({ message }) => message);
    return {
      type,
      reason: [...new Set(own.map(({ reason }) => reason))].sort().join(','),
      message: own.length === 1 ? (messages[0] ?? '') : messages.map(conditionMessage).join('\n'),
    };
  });
}
