import type { RuleFailure } from '../types.ts';

const MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** cel-go's answer to text that is no duration. Source: cel-go `common/types/string.go` ConvertToType. */
const NOT_A_DURATION: RuleFailure = {
  kind: 'error',
  error: "type conversion error from 'string' to 'google.protobuf.Duration'",
};

/** Milliseconds of a GEP-2257 duration such as `1h30m`, undefined for text that Go would not read either. */
function millisecondsOf(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^(?:\d{1,5}(?:h|ms|m|s))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, digits = '', unit = ''] of text.matchAll(/(\d+)(h|ms|m|s)/g)) {
    sum += Number(digits) * (MILLISECONDS[unit] ?? 0);
  }
  return sum;
}

/**
 * Holds unless `inner` is longer than `outer`; an `outer` of zero sets no bound. Text that is no duration ends
 * CEL's `duration()` with an error.
 */
export function withinDuration(inner: string, outer: string): boolean | RuleFailure {
  const bound = millisecondsOf(outer);
  const length = millisecondsOf(inner);
  if (bound === undefined) return NOT_A_DURATION;
  if (bound === 0) return true;
  if (length === undefined) return NOT_A_DURATION;
  return length <= bound;
}
