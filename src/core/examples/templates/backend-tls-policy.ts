import { CATALOG_HOST, NAMESPACE } from '../names.ts';

/** BackendTLSPolicy v1 for the catalog Service: CA from a ConfigMap, hostname for SNI and verification. */
export function catalogTlsPolicy(): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata:
  name: catalog-tls
  namespace: ${NAMESPACE}
spec:
  targetRefs:
    - group: ""
      kind: Service
      name: catalog
      sectionName: https
  validation:
    hostname: ${CATALOG_HOST}
    caCertificateRefs:
      - group: ""
        kind: ConfigMap
        name: services-ca
`;
}
