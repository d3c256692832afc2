import { stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { JsonValue } from '../../../manifest/types.ts';
import { notAccepted, type FilterError } from './filter-error.ts';
import type { FilterProgress, Rewritten } from './filter-progress.ts';
import { hostnameError } from './hostname-error.ts';

/**
 * A rule rewrites path and host once each: neither two filters of the same origin nor two for the same part.
 *
 * @param origin whose filter it is: the Gateway API's URLRewrite, or an HTTPRouteFilter
 * @see internal/gatewayapi/filters.go `processURLRewriteFilter`, `hasMultipleCoreRewrites`, `hasConflictingExtensionAndCoreRewrites`
 */
export function rewriteUrl(
  origin: 'core' | 'extension',
  rewrite: JsonValue | undefined,
  { rewritten }: FilterProgress,
): FilterError[] {
  const own: readonly Rewritten[] =
    origin === 'core' ? ['path', 'host'] : ['extension-path', 'extension-host'];
  const other: readonly Rewritten[] =
    origin === 'core' ? ['extension-path', 'extension-host'] : ['path', 'host'];
  const wanted = [
    valueAt(rewrite, ['path']) !== undefined,
    valueAt(rewrite, ['hostname']) !== undefined,
  ];
  const repeats = wanted.includes(true) && own.some((part) => rewritten.has(part));
  const collides = other.some((part, at) => wanted[at] === true && rewritten.has(part));
  if (repeats || collides)
    return [notAccepted('cannot configure multiple urlRewrite filters for a single HTTPRouteRule')];
  const hostname = origin === 'core' ? stringAt(rewrite, ['hostname']) : undefined;
  const refused = hostname === undefined ? null : hostnameError(hostname);
  if (refused !== null) return [notAccepted(refused)];
  for (const [at, part] of own.entries()) if (wanted[at] === true) rewritten.add(part);
  return [];
}
