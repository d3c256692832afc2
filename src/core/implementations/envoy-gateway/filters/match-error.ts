import { itemsAt, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { JsonValue } from '../../../manifest/types.ts';
import { goRegexpError } from './go-regexp-error.ts';

/**
 * Why a rule of an HTTPRoute or GRPCRoute is dropped for its matches or session persistence, or null.
 *
 * @see internal/gatewayapi/route.go `processHTTPRouteRule`, `processGRPCRouteRule`; internal/utils/regex `Validate`
 */
export function matchError(rule: JsonValue | undefined): string | null {
  if (valueAt(rule, ['sessionPersistence', 'idleTimeout']) !== undefined)
    return 'idle timeout is not supported in envoy gateway';
  for (const pattern of itemsAt(rule, ['matches']).flatMap(patternsOf)) {
    const error = goRegexpError(pattern);
    if (error !== null) return `regex ${JSON.stringify(pattern)} is invalid: ${error}`;
  }
  return null;
}

/** Regular expressions of a match, in the order in which they are looked at. */
function patternsOf(match: JsonValue): string[] {
  const isPattern = (value: JsonValue | undefined): boolean =>
    stringAt(value, ['type']) === 'RegularExpression';
  const path = valueAt(match, ['path']);
  const method = valueAt(match, ['method']);
  return [
    ...(isPattern(path) ? [stringAt(path, ['value'])] : []),
    ...[...itemsAt(match, ['headers']), ...itemsAt(match, ['queryParams'])]
      .filter(isPattern)
      .map((entry) => stringAt(entry, ['value'])),
    ...(isPattern(method) ? [stringAt(method, ['service']), stringAt(method, ['method'])] : []),
  ].filter((pattern) => pattern !== undefined);
}
