import { extensionReference, groups, type ObjectIndex } from '../../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../../manifest/types.ts';
import { applyHttpRouteFilter } from './apply-http-route-filter.ts';
import { answer500, notAccepted, type FilterError } from './filter-error.ts';
import type { FilterProgress } from './filter-progress.ts';

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
  return applyHttpRouteFilter(index, object, progress);
}
