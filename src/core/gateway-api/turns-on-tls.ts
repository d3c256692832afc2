import { policyFor } from './effective-policies.ts';
import { isObject, valueAt } from './json.ts';
import { kinds } from './kinds.ts';
import type { BackendTarget, ObjectIndex, Reference, Resolution } from './types.ts';

/**
 * Whether any manifest asks for TLS towards a backend: a BackendTLSPolicy on its port, the `tls` of the
 * Backend itself, or a kgateway BackendConfigPolicy with `tls`. The Gateway's client certificate and
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
  if (isObject(valueAt(target?.value, ['spec', 'tls']))) return true;
  return configuredTargets(index, references).has(key);
}

/** One table per resolution: a thousand backends must not walk every reference each. */
const tables = new WeakMap<readonly Reference[], ReadonlySet<string>>();

/** Keys of everything that a BackendConfigPolicy with `tls` targets. */
function configuredTargets(
  index: ObjectIndex,
  references: readonly Reference[],
): ReadonlySet<string> {
  const known = tables.get(references);
  if (known !== undefined) return known;
  const keys = references
    .filter(({ kind, from }) => {
      const policy = kind === 'policyTarget' ? index.byId.get(from.objectId) : undefined;
      return (
        policy !== undefined &&
        `${policy.group}/${policy.kind}` === kinds.backendConfigPolicy &&
        isObject(valueAt(policy.value, ['spec', 'tls']))
      );
    })
    .map(({ target }) => target.key);
  const table = new Set(keys);
  tables.set(references, table);
  return table;
}
