import { policyFor } from './effective-policies.ts';
import { isObject, valueAt } from './json.ts';
import { kinds } from './kinds.ts';
import type { BackendTarget, ObjectIndex, Reference, Resolution } from './types.ts';

/**
 * Whether any manifest asks for TLS towards a backend: a BackendTLSPolicy on its port, the `tls` of the
 * Backend itself, or a kgateway BackendConfigPolicy or AgentgatewayPolicy with `tls`. The Gateway's client certificate and
 * appProtocol do not (Gateway API gateway_types.go L633-638).
 */
export function turnsOnTls(
  backend: BackendTarget,
  { index, policies, references }: Pick<Resolution, 'index' | 'policies' | 'references'>,
): boolean {
  const { key, objectId } = backend.target;
  const portName = backend.kind === 'service' ? backend.portName : undefined;
  if (policyFor(policies, key, portName) !== undefined) return true;
  const target = index.byId.get(objectId ?? '');
  if (OWN_TLS.some((path) => isObject(valueAt(target?.value, path)))) return true;
  return configuredTargets(index, references).has(key);
}

/** `tls` of a Backend itself: Envoy Gateway's, agentgateway's. */
const OWN_TLS = [
  ['spec', 'tls'],
  ['spec', 'policies', 'tls'],
];

/** Policies of implementations that turn on TLS towards their target, and the field that does. */
const POLICY_TLS: ReadonlyMap<string, readonly string[]> = new Map([
  [kinds.backendConfigPolicy, ['spec', 'tls']],
  [kinds.agentgatewayPolicy, ['spec', 'backend', 'tls']],
]);

/** One table per resolution: a thousand backends must not walk every reference each. */
const tables = new WeakMap<readonly Reference[], ReadonlySet<string>>();

/** Keys of everything that a BackendConfigPolicy or AgentgatewayPolicy with `tls` targets. */
function configuredTargets(
  index: ObjectIndex,
  references: readonly Reference[],
): ReadonlySet<string> {
  const known = tables.get(references);
  if (known !== undefined) return known;
  const keys = references
    .filter(({ kind, from }) => {
      const policy = kind === 'policyTarget' ? index.byId.get(from.objectId) : undefined;
      const path = policy && POLICY_TLS.get(`${policy.group}/${policy.kind}`);
      return path !== undefined && isObject(valueAt(policy?.value, path));
    })
    .map(({ target }) => target.key);
  const table = new Set(keys);
  tables.set(references, table);
  return table;
}
