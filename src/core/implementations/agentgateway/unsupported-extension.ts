import { itemsAt, stringAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/** Why no rule of a route is programmed; the route's ResolvedRefs=False condition. */
export interface RouteError {
  readonly reason: 'IncompatibleFilters';
  readonly message: string;
}

/**
 * An ExtensionRef filter of an HTTPRoute: agentgateway knows none, and the first one ends the translation of the
 * whole route, whatever its other rules hold. The route stays accepted.
 *
 * @see agentgateway controller/pkg/agentgateway/translator `createAgwExtensionRefFilter`, `computeRoute`,
 * `ProcessParentReferences`
 */
export function unsupportedExtension(route: ManifestObject | undefined): RouteError | null {
  if (route?.kind !== 'HTTPRoute') return null;
  const filter = itemsAt(route.value, ['spec', 'rules'])
    .flatMap((rule) => itemsAt(rule, ['filters']))
    .find((one) => stringAt(one, ['type']) === 'ExtensionRef');
  if (filter === undefined) return null;
  const group = stringAt(filter, ['extensionRef', 'group']) ?? '';
  const kind = stringAt(filter, ['extensionRef', 'kind']) ?? '';
  return { reason: 'IncompatibleFilters', message: `unsupported ExtensionRef: ${group}/${kind}` };
}
