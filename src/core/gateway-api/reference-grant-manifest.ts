import type { JsonObject } from '../manifest/types.ts';
import type { GrantFrom, GrantTo } from './reference-grants.ts';

/**
 * A ReferenceGrant in the target's namespace that permits exactly this reference.
 *
 * @param name of the object that refers
 */
export function referenceGrantManifest(name: string, from: GrantFrom, to: GrantTo): JsonObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: {
      name: `${name}-to-${to.name === '' ? 'target' : to.name}`.slice(0, 253),
      namespace: to.namespace,
    },
    spec: {
      from: [{ group: from.group, kind: from.kind, namespace: from.namespace }],
      to: [{ group: to.group, kind: to.kind, name: to.name }],
    },
  };
}
