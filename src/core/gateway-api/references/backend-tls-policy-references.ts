import type { ManifestObject } from '../../manifest/types.ts';
import { readReference, readReferences, type RawReference } from './raw-reference.ts';

/**
 * Targets and CA references of a BackendTLSPolicy: v1 and v1alpha3, and the fields of v1alpha2
 * (`targetRef` with a namespace, `tls.caCertRefs`). All of the newer ones are local to its namespace.
 */
export function backendTlsPolicyReferences(object: ManifestObject): RawReference[] {
  const target = { kind: 'policyTarget', targetKind: 'Service' } as const;
  const authority = { kind: 'caCertificateRef', targetKind: 'ConfigMap', local: true } as const;
  return [
    ...readReferences(object, ['spec', 'targetRefs'], { ...target, local: true }),
    ...readReference(object, ['spec', 'targetRef'], target),
    ...readReferences(object, ['spec', 'validation', 'caCertificateRefs'], authority),
    ...readReferences(object, ['spec', 'tls', 'caCertRefs'], authority),
  ];
}
