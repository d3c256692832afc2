import { groups, kinds, type Resolution } from '../../gateway-api/index.ts';
import { ruleBackends } from '../rule-backends.ts';

/**
 * Ids of the Gateways that NGINX Gateway Fabric runs, by the key of each Service that one of their attached routes
 * names.
 *
 * @see NGF graph/service.go `buildReferencedServices`
 */
export function serviceGateways({
  index,
  references,
  attachments,
  implementations,
}: Resolution): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Set(
    index
      .ofKind(kinds.gateway)
      .filter(({ key }) => implementations.get(key)?.id === 'nginx-gateway-fabric')
      .map(({ id }) => id),
  );
  const backends = ruleBackends(references);
  const gateways = new Map<string, Set<string>>();
  for (const { gatewayId = '', routeId, listeners } of attachments) {
    if (!own.has(gatewayId) || listeners.length === 0) continue;
    for (const { target, permission } of backends.get(routeId) ?? []) {
      if (target.group !== groups.core || target.kind !== 'Service' || permission === 'denied')
        continue;
      gateways.set(target.key, (gateways.get(target.key) ?? new Set()).add(gatewayId));
    }
  }
  return gateways;
}
