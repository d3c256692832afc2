import { NAMESPACE, RATES_HOST } from '../names.ts';

/** kgateway Backend for a host outside the cluster. */
export function ratesBackend(): string {
  return `apiVersion: gateway.kgateway.dev/v1alpha1
kind: Backend
metadata:
  name: rates
  namespace: ${NAMESPACE}
spec:
  type: Static
  static:
    hosts:
      - host: ${RATES_HOST}
        port: 443
`;
}

/** BackendTLSPolicy v1 for that Backend: SNI and name, checked against the system trust store. */
export function ratesTlsPolicy(): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata:
  name: rates-tls
  namespace: ${NAMESPACE}
spec:
  targetRefs:
    - group: gateway.kgateway.dev
      kind: Backend
      name: rates
  validation:
    hostname: ${RATES_HOST}
    wellKnownCACertificates: System
`;
}
