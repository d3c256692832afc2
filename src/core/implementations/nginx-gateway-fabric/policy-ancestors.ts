import { comparePrecedence } from '../../gateway-api/compare-precedence.ts';
import { groups, itemsAt, objectKey, stringAt, type ObjectIndex } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import { NGF_CONTROLLER } from './controller-name.ts';

/** The Gateways whose routes lead to a policy's Services, by what becomes of the policy there. */
export interface PolicyAncestors {
  /** Those the status names, in order. The policy works on these alone. */
  readonly applied: readonly ManifestObject[];
  /** The status list was full: traffic of these Gateways goes without the policy. */
  readonly ignored: readonly ManifestObject[];
}

/** Gateway API: `status.ancestors` holds at most 16 entries. */
const MOST_ANCESTORS = 16;

/**
 * Entries of other controllers count against the limit, then Gateways that already stand in the status, then new
 * ones by age.
 *
 * @param gateways ids of Gateways by Service key
 * @see NGF graph/backend_tls_policy.go `addGatewaysForBackendTLSPolicies`, `collectOrderedGateways`
 */
export function policyAncestors(
  index: ObjectIndex,
  policy: ManifestObject,
  gateways: ReadonlyMap<string, ReadonlySet<string>>,
): PolicyAncestors {
  const entries = itemsAt(policy.value, ['status', 'ancestors']);
  const own = entries.filter((entry) => stringAt(entry, ['controllerName']) === NGF_CONTROLLER);
  const known = new Set(own.map((entry) => gatewayKey(stringAt(entry, NAMESPACE), entry)));
  const reached = targetKeys(policy).flatMap((key) => [...(gateways.get(key) ?? [])]);
  const all = [...new Set(reached)].flatMap((id) => index.byId.get(id) ?? []);
  const ordered = all.toSorted(
    (a, b) => Number(known.has(b.key)) - Number(known.has(a.key)) || comparePrecedence(a, b),
  );
  const room = Math.max(0, MOST_ANCESTORS - (entries.length - own.length));
  return { applied: ordered.slice(0, room), ignored: ordered.slice(room) };
}

const NAMESPACE = ['ancestorRef', 'namespace'];

function gatewayKey(namespace: string | undefined, entry: JsonValue): string {
  const name = stringAt(entry, ['ancestorRef', 'name']) ?? '';
  return objectKey(groups.gateway, 'Gateway', namespace ?? '', name);
}

function targetKeys(policy: ManifestObject): readonly string[] {
  return itemsAt(policy.value, ['spec', 'targetRefs'])
    .filter((target) => stringAt(target, ['kind']) === 'Service')
    .map((target) =>
      objectKey(groups.core, 'Service', policy.namespace, stringAt(target, ['name']) ?? ''),
    );
}
