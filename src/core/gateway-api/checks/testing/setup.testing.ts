import type { GatewayApiFindingCode } from '../../findings.ts';

/** One finding: what is wrong, the manifests, the finding's code and parameters, and the text it points at. */
export type FindingCase = readonly [
  what: string,
  yaml: string,
  code: GatewayApiFindingCode,
  params: Readonly<Record<string, string>>,
  at: string,
];

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';
export const gateway = `${G} Gateway
metadata: { name: gw }
spec: { gatewayClassName: nginx, listeners: [{ name: http, port: 80, protocol: HTTP }] }`;
const route = `${G} HTTPRoute
metadata: { name: shop }
spec:
  parentRefs: [{ name: gw }]
  rules: [{ backendRefs: [{ name: app, port: 443 }] }]`;
const service = `apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ name: https, port: 443 }] }`;
export const policy = `${G} BackendTLSPolicy
metadata: { name: tls }
spec:
  targetRefs: [{ group: '', kind: Service, name: app }]
  validation: { hostname: app.example, caCertificateRefs: [{ group: '', kind: ConfigMap, name: ca }] }`;
export const ca = `apiVersion: v1
kind: ConfigMap
metadata: { name: ca }
data: { ca.crt: CA }`;
export const CLIENT = 'tls: { backend: { clientCertificateRef: { name: pair } } }';
export const setup = [gateway, route, service, policy, ca];

/** The whole setup with one document replaced, or one more. */
export function changed(from: string, to: string, ...more: readonly string[]): string {
  const documents = setup.map((document) => document.replace(from, to));
  return [...documents, ...more].join('\n---\n');
}

/** A Secret `pair` with the given body. */
export function secretWith(body: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata: { name: pair }\n${body}`;
}

/** A Secret `pair` with certificate and key. */
export function pair(): string {
  return secretWith('type: kubernetes.io/tls\nstringData: { tls.crt: C, tls.key: K }');
}
