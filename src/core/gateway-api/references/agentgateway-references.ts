import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { groups } from '../kinds.ts';
import { readReferences, type RawReference } from './raw-reference.ts';

/**
 * agentgateway AgentgatewayPolicy: targets of its own namespace, and the client certificate and CAs of
 * `spec.backend.tls` (controller/api/v1alpha1/agentgateway/agentgateway_policy_types.go).
 */
export function agentgatewayPolicyReferences(object: ManifestObject): RawReference[] {
  return [
    ...readReferences(object, ['spec', 'targetRefs'], { kind: 'policyTarget', local: true }),
    ...tlsReferences(object, ['spec', 'backend', 'tls']),
  ];
}

/** agentgateway AgentgatewayBackend: client certificate and CAs of `spec.policies.tls`. */
export function agentgatewayBackendReferences(object: ManifestObject): RawReference[] {
  return tlsReferences(object, ['spec', 'policies', 'tls']);
}

/** Both lists are local to the namespace and take one entry each. */
function tlsReferences(object: ManifestObject, tls: FieldPath): RawReference[] {
  return [
    ...readReferences(object, [...tls, 'mtlsCertificateRef'], {
      kind: 'clientCertificateRef',
      group: groups.core,
      targetKind: 'Secret',
      local: true,
    }),
    ...readReferences(object, [...tls, 'caCertificateRefs'], {
      kind: 'caCertificateRef',
      group: groups.core,
      targetKind: 'ConfigMap',
      local: true,
    }),
  ];
}
