import { NAMESPACE, RATES_HOST, STOREFRONT_HOST } from '../names.ts';

/** HTTPRoute that sends /catalog of the storefront to the catalog Service. */
export function catalogRoute(): string {
  return storefrontRoute(
    'catalog',
    `      backendRefs:
        - name: catalog
          port: 8443
`,
  );
}

/** HTTPRoute that sends /rates to the external Backend, under the host name that it expects. */
export function ratesRoute(): string {
  return storefrontRoute(
    'rates',
    `      filters:
        - type: URLRewrite
          urlRewrite:
            hostname: ${RATES_HOST}
      backendRefs:
        - group: gateway.kgateway.dev
          kind: Backend
          name: rates
`,
  );
}

function storefrontRoute(name: string, rule: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${name}
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
            value: /${name}
${rule}`;
}
