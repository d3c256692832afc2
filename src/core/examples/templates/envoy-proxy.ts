import { NAMESPACE } from '../names.ts';

/** GatewayClass of Envoy Gateway, which its installation leaves to the user. */
export function envoyGatewayClass(): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata:
  name: eg
spec:
  controllerName: gateway.envoyproxy.io/gatewayclass-controller
`;
}

/** EnvoyProxy with the client certificate for every backend; the Secret has to be in its namespace. */
export function storefrontProxy(): string {
  return `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: EnvoyProxy
metadata:
  name: storefront-proxy
  namespace: ${NAMESPACE}
spec:
  backendTLS:
    clientCertificateRef:
      group: ""
      kind: Secret
      name: storefront-identity
`;
}
