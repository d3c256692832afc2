import { NAMESPACE, STOREFRONT_HOST } from '../names.ts';

/** HTTPRoute from the storefront Gateway to the catalog Service. */
export function catalogRoute(): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: catalog
  namespace: ${NAMESPACE}
spec:
  parentRefs:
    - name: storefront
      sectionName: http
  hostnames:
    - ${STOREFRONT_HOST}
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /catalog
      backendRefs:
        - name: catalog
          port: 8443
`;
}
