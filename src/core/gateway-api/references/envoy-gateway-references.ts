import type { ManifestObject } from '../../manifest/types.ts';
import { readReference, readReferences, type RawReference } from './raw-reference.ts';

/**
 * Envoy Gateway EnvoyProxy and Backend: the client certificate must be in the object's own namespace, and
 * no ReferenceGrant changes that (`ClientCertificateRef Secret is not located in the same namespace`).
 */
export function envoyProxyReferences(object: ManifestObject): RawReference[] {
  return clientCertificate(object, ['spec', 'backendTLS', 'clientCertificateRef']);
}

/** Envoy Gateway Backend.spec.tls: client certificate and CA references. */
export function envoyBackendReferences(object: ManifestObject): RawReference[] {
  return [
    ...clientCertificate(object, ['spec', 'tls', 'clientCertificateRef']),
    ...readReferences(object, ['spec', 'tls', 'caCertificateRefs'], {
      kind: 'caCertificateRef',
      targetKind: 'ConfigMap',
      local: true,
    }),
  ];
}

function clientCertificate(object: ManifestObject, path: readonly string[]): RawReference[] {
  return readReference(object, path, {
    kind: 'clientCertificateRef',
    targetKind: 'Secret',
    crossing: 'forbidden',
  });
}
