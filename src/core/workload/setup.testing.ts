import { indexObjects, resolve } from '../gateway-api/index.ts';
import { objectsFrom } from '../gateway-api/objects.testing.ts';
import type { Assignment } from '../model/index.ts';
import { backendTlsFor } from './backend-tls-for.ts';
import type { BackendTls } from './types.ts';

/** A Gateway, a route to port 443 of Service `app`, and the Service with the given target port. */
export function routing(targetPort = '8443'): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec:
  gatewayClassName: nginx
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec:
  parentRefs: [{ name: gw }]
  rules: [{ backendRefs: [{ name: app, port: 443 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: app }
spec:
  selector: { app: web }
  ports: [{ name: https, port: 443, targetPort: ${targetPort} }]
`;
}

/** What `backendTlsFor` says for the first connection of the manifests. */
export function backendOf(
  yaml: string,
  assignments: readonly Assignment[] = [],
  blobs: Readonly<Record<string, string>> = {},
): BackendTls {
  const resolution = resolve(indexObjects(objectsFrom(yaml)), { overrides: {} });
  const [connection] = resolution.connections;
  if (connection === undefined) throw new Error('The manifests make no connection.');
  return backendTlsFor(connection.backend, resolution, assignments, { blobs: (id) => blobs[id] });
}
