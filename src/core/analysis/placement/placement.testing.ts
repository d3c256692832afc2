import type { Blob, Workspace } from '../../model/index.ts';
import { emptyWorkspace } from '../../workspace/index.ts';

/** A Gateway with client certificate, a route, a Service and a policy that trusts a ConfigMap; ends where its PEM begins. */
export const traffic = (trust: string): string => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec:
  gatewayClassName: nginx
  listeners: [{ name: http, port: 80, protocol: HTTP }]
  tls: { backend: { clientCertificateRef: { name: gw-cert } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: app }
spec:
  parentRefs: [{ name: gw }]
  rules: [{ backendRefs: [{ name: app, port: 8443 }] }]
---
apiVersion: v1
kind: Service
metadata: { name: app }
spec: { selector: { app: app }, ports: [{ port: 8443 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: app }
spec:
  targetRefs: [{ group: '', kind: Service, name: app }]
  validation:
    hostname: app.example.com
    caCertificateRefs: [{ group: '', kind: ConfigMap, name: ${trust} }]
---
# Trusts what is mounted.
apiVersion: v1
kind: ConfigMap
metadata: { name: held }
data:
  ca.crt: |
`;

/** PEM as a block of the ConfigMap of {@link traffic}. */
export const indented = (pem: string): string => pem.trimEnd().replace(/^/gm, '    ') + '\n';
/** A dropped file whose path is its id. */
export const blob = (path: string, text: string): Blob => ({
  id: path,
  path,
  bytes: new TextEncoder().encode(text),
});

/** One file of manifests and files of the shelf. */
export function workspaceOf(text: string, blobs: readonly Blob[]): Workspace {
  const files = [{ id: 'f', path: 'setup.yaml', text }];
  return { ...emptyWorkspace('Test'), files, blobs };
}
