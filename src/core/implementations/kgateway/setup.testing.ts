import { indexObjects, resolve, type Resolution } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import type { Programmed } from '../types.ts';
import { programKgateway } from './program-kgateway.ts';

/** Resolves manifests of namespace `default`; every document is one string. */
export function resolveYaml(...documents: readonly string[]): Resolution {
  return resolve(indexObjects(objectsFrom(documents.join('\n---\n'))), { overrides: {} });
}

/** What kgateway makes of the first connection. */
export function programmed(resolution: Resolution, version = '2.4'): Programmed {
  const [connection] = resolution.connections;
  if (connection === undefined) throw new Error('The manifests make no connection.');
  return programKgateway(connection, resolution, version);
}

/** A Gateway `gw`, a route and a Service `app` with the port `https`. */
export function setup(parts: { readonly gateway?: string; readonly backendRef?: string } = {}) {
  return [
    `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: kgateway, listeners: [{ name: http, port: 80, protocol: HTTP }], ${parts.gateway ?? ''} }`,
    `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec: { parentRefs: [{ name: gw }], rules: [{ backendRefs: [${parts.backendRef ?? '{ name: app, port: 443 }'}] }] }`,
    `apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ name: https, port: 443 }, { name: other, port: 444 }] }`,
  ];
}

/** A BackendTLSPolicy for Service `app`. */
export function tlsPolicy(
  name: string,
  validation: string,
  options: { readonly section?: string; readonly created?: string } = {},
): string {
  const section = options.section === undefined ? '' : `, sectionName: ${options.section}`;
  const created = options.created === undefined ? '' : `, creationTimestamp: "${options.created}"`;
  return `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: ${name}${created} }
spec: { targetRefs: [{ group: "", kind: Service, name: app${section} }], validation: { ${validation} } }`;
}

/** A BackendConfigPolicy for Service `app`. */
export function configPolicy(name: string, spec: string, created?: string): string {
  const stamp = created === undefined ? '' : `, creationTimestamp: "${created}"`;
  return `apiVersion: gateway.kgateway.dev/v1alpha1
kind: BackendConfigPolicy
metadata: { name: ${name}${stamp} }
spec: { targetRefs: [{ group: "", kind: Service, name: app }], ${spec} }`;
}

/** A Secret or ConfigMap with plain values. */
export function dataObject(
  kind: 'Secret' | 'ConfigMap',
  name: string,
  entries: Readonly<Record<string, string>>,
): string {
  const data = Object.entries(entries).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const section = kind === 'Secret' ? 'stringData' : 'data';
  return `apiVersion: v1
kind: ${kind}
metadata: { name: ${name} }
${section}: { ${data.join(', ')} }`;
}
