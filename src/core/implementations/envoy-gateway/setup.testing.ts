import {
  indexObjects,
  resolve,
  type Connection,
  type Resolution,
} from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import type { Programmed } from '../types.ts';
import { programEnvoyGateway } from './program-envoy-gateway.ts';

/** Resolves manifests for a Gateway `gw` of class eg, whose HTTPRoute leads to `backendRefs`. */
export function resolveManifests(backendRefs: string, ...documents: readonly string[]): Resolution {
  return resolve(
    indexObjects(objectsFrom([route(backendRefs), SERVICE, ...documents].join('\n---\n'))),
    { overrides: {} },
  );
}

/** The connection to the backendRef with that index. */
export function connectionTo({ connections }: Resolution, backendRefIndex = 0): Connection {
  const found = connections.find((one) => one.backendRefIndex === backendRefIndex);
  if (found === undefined) throw new Error('The manifests make no such connection.');
  return found;
}

/** What Envoy Gateway makes of that connection. */
export function programmed(
  resolution: Resolution,
  version = '1.9',
  backendRefIndex = 0,
): Programmed {
  return programEnvoyGateway(connectionTo(resolution, backendRefIndex), resolution, version);
}

/** Class eg without parameters. */
export const CLASS = `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: eg }
spec: { controllerName: gateway.envoyproxy.io/gatewayclass-controller }`;

export const TO_SERVICE = '{ name: app, port: 443 }';
export const TO_BACKEND = '{ group: gateway.envoyproxy.io, kind: Backend, name: api }';

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ name: https, port: 443 }, { name: metrics, port: 9443 }] }`;

function route(backendRefs: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec: { hostnames: [shop.example], parentRefs: [{ name: gw }], rules: [{ backendRefs: [${backendRefs}] }] }`;
}

export function gateway(spec = ''): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: eg, listeners: [{ name: http, port: 80, protocol: HTTP }], ${spec} }`;
}

/** Class eg with EnvoyProxy `proxy` of namespace default. */
export function envoyProxy(backendTls: string, extra = ''): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: eg }
spec:
  controllerName: gateway.envoyproxy.io/gatewayclass-controller
  parametersRef: { group: gateway.envoyproxy.io, kind: EnvoyProxy, name: proxy }
---
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: EnvoyProxy
metadata: { name: proxy }
spec: { ${extra} backendTLS: { ${backendTls} } }`;
}

export function backend(
  tls: string,
  endpoint = 'fqdn: { hostname: api.example, port: 443 }',
): string {
  return `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata: { name: api }
spec: { endpoints: [{ ${endpoint} }], ${tls} }`;
}

export function policy(
  name: string,
  target: string,
  validation = 'hostname: app.internal, caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }]',
): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: ${name} }
spec: { targetRefs: [{ ${target} }], validation: { ${validation} } }`;
}

export const SERVICE_TARGET = 'group: "", kind: Service, name: app';
export const BACKEND_TARGET = 'group: gateway.envoyproxy.io, kind: Backend, name: api';

export function data(
  kind: 'ConfigMap' | 'Secret',
  name: string,
  entries: Readonly<Record<string, string>>,
): string {
  const pairs = Object.entries(entries).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `apiVersion: v1
kind: ${kind}
metadata: { name: ${name} }
${kind === 'Secret' ? 'stringData' : 'data'}: { ${pairs.join(', ')} }`;
}

export function configuration(settings: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata: { name: envoy-gateway-config, namespace: envoy-gateway-system }
data:
  envoy-gateway.yaml: |
    apiVersion: gateway.envoyproxy.io/v1alpha1
    kind: EnvoyGateway
    ${settings}`;
}
