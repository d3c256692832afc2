import type { ManifestObject } from '../../../core/manifest/types.ts';
import { objectsOf } from './objects-of.ts';

/**
 * A Gateway and an HTTPRoute that lead to the given backends: control planes translate backends that no route
 * uses too.
 *
 * @param refs backendRefs in flow style
 */
export function everyBackend(
  names: { readonly gateway: string; readonly route: string; readonly gatewayClass: string },
  namespace: string,
  refs: readonly string[],
): readonly ManifestObject[] {
  const text = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: ${names.gateway}, namespace: ${namespace} }
spec: { gatewayClassName: ${names.gatewayClass}, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${names.route}, namespace: ${namespace} }
spec: { parentRefs: [{ name: ${names.gateway} }], rules: [{ backendRefs: [${refs.join(', ')}] }] }`;
  return objectsOf(text, `every-backend-${namespace}`);
}
