import {
  extensionReference,
  groups,
  itemsAt,
  numberAt,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../../manifest/types.ts';
import { notAccepted, type FilterError } from './filter-error.ts';
import type { FilterProgress } from './filter-progress.ts';
import { rewriteUrl } from './rewrite-url.ts';

const MOST_BYTES = 4096;

/**
 * An `ExtensionRef` to an HTTPRouteFilter, the only kind there is without an extension server. One that is missing
 * leaves a reference unresolved; one of another kind is not accepted. Either way the rule answers 500.
 *
 * @see internal/gatewayapi/filters.go `processExtensionRefHTTPFilter`, `ValidateHTTPRouteFilter`
 */
export function followExtension(
  index: ObjectIndex,
  route: ManifestObject,
  filter: JsonValue,
  progress: FilterProgress,
): FilterError[] {
  const reference = extensionReference(index, route, filter);
  if (reference === undefined) return [];
  const { group, kind, name, object } = reference;
  if (group !== groups.envoyGateway || kind !== 'HTTPRouteFilter')
    return answer500(
      progress,
      notAccepted(`invalid filter ExtensionRef: unknown kind ${group}/${kind}`),
    );
  if (object === undefined) {
    const message = `Unable to translate HTTPRouteFilter: ${route.namespace}/${name}`;
    return answer500(progress, { type: 'ResolvedRefs', reason: 'UnsupportedValue', message });
  }
  return applyFilter(object, progress);
}

function answer500(progress: FilterProgress, error: FilterError): FilterError[] {
  progress.directResponse = 500;
  return [error];
}

/** The first thing wrong with an HTTPRouteFilter ends it. */
function applyFilter({ value }: ManifestObject, progress: FilterProgress): FilterError[] {
  if (itemsAt(value, ['spec', 'matches']).length > 0) {
    if (progress.hasMatches)
      return [notAccepted('only one HTTPRouteFilter with matches is supported per HTTPRouteRule')];
    progress.hasMatches = true;
  }
  const refused = rewriteUrl('extension', valueAt(value, ['spec', 'urlRewrite']), progress);
  if (refused.length > 0) return refused;
  const response = valueAt(value, ['spec', 'directResponse']);
  if (response === undefined) return [];
  const body = stringAt(response, ['body', 'inline']) ?? '';
  const size = new TextEncoder().encode(body).length;
  if (size > MOST_BYTES) {
    const message = `response.body size ${size} greater than the max size ${MOST_BYTES}`;
    return answer500(progress, notAccepted(`invalid filter HTTPRouteFilter: ${message}`));
  }
  progress.directResponse = numberAt(response, ['statusCode']) ?? 200;
  return [];
}
