import type { GlyphName } from './paths.tsx';

const byKind: Readonly<Record<string, GlyphName>> = {
  Gateway: 'gateway',
  GatewayClass: 'gateway',
  HTTPRoute: 'route',
  GRPCRoute: 'route',
  TLSRoute: 'route',
  Service: 'service',
  Endpoints: 'service',
  EndpointSlice: 'service',
  BackendTLSPolicy: 'policy',
  BackendConfigPolicy: 'policy',
  BackendTrafficPolicy: 'policy',
  ClientTrafficPolicy: 'policy',
  ReferenceGrant: 'grant',
  ConfigMap: 'config',
  Secret: 'secret',
  Certificate: 'certificate',
  Deployment: 'workload',
  StatefulSet: 'workload',
  DaemonSet: 'workload',
  ReplicaSet: 'workload',
  Pod: 'workload',
  Backend: 'backend',
  EnvoyProxy: 'envoy-proxy',
  Namespace: 'namespace',
};

/**
 * Glyph of a Kubernetes kind. A ConfigMap that holds certificates is trust material and drawn as such;
 * kinds without a glyph of their own are a plain page.
 */
export function glyphOf(kind: string, holdsCertificates = false): GlyphName {
  if (kind === 'ConfigMap' && holdsCertificates) return 'trust';
  return Object.hasOwn(byKind, kind) ? (byKind[kind] ?? 'config') : 'config';
}
