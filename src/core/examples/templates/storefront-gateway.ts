import { NAMESPACE } from '../names.ts';

/** The storefront Gateway: one HTTP listener, and what the implementation adds to the spec. */
export function storefrontGateway(className: string, addition = ''): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: storefront
  namespace: ${NAMESPACE}
spec:
  gatewayClassName: ${className}
  listeners:
    - name: http
      protocol: HTTP
      port: 80
${addition}`;
}
