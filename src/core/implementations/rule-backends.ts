import type { Reference } from '../gateway-api/index.ts';

/**
 * backendRefs of rules by route, in order. Those of mirror and external-auth filters are copies of a request,
 * not a way it takes.
 */
export function ruleBackends(
  references: readonly Reference[],
): ReadonlyMap<string, readonly Reference[]> {
  const byRoute = new Map<string, Reference[]>();
  for (const reference of references) {
    const { kind, from } = reference;
    if (kind !== 'backendRef' || from.path[3] !== 'backendRefs' || from.path.length !== 5) continue;
    const list = byRoute.get(from.objectId) ?? [];
    list.push(reference);
    byRoute.set(from.objectId, list);
  }
  return byRoute;
}
