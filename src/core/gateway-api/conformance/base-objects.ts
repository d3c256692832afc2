import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import { APP_BACKEND, INFRA, WEB_BACKEND } from './namespaces.ts';

/**
 * What conditions need of the suite's base: four Gateways and the Services that routes name. A base manifest among
 * the files takes its place, object by object.
 */
export const baseObjects: readonly JsonObject[] = [
  namespace(INFRA, 'infra'),
  namespace(APP_BACKEND, 'backend'),
  namespace(WEB_BACKEND, 'backend'),
  gateway('same-namespace', { from: 'Same' }),
  gateway('all-namespaces', { from: 'All' }),
  gateway('backend-namespaces', {
    from: 'Selector',
    selector: { matchLabels: { 'gateway-conformance': 'backend' } },
  }),
  httpsGateway('same-namespace-with-https-listener'),
  service('infra-backend-v1', INFRA, [8080, 8081, 8082]),
  service('infra-backend-v2', INFRA, [8080]),
  service('infra-backend-v3', INFRA, [8080]),
  service('grpc-infra-backend-v1', INFRA, [8080]),
  service('grpc-infra-backend-v2', INFRA, [8080]),
  service('grpc-infra-backend-v3', INFRA, [8080]),
  service('tls-backend', INFRA, [443]),
  service('tcp-backend', INFRA, [3000, 8443]),
  service('app-backend-v1', APP_BACKEND, [8080]),
  service('app-backend-v2', APP_BACKEND, [8080]),
  service('web-backend', WEB_BACKEND, [8080]),
];

function namespace(name: string, part: string): JsonObject {
  const labels = { 'gateway-conformance': part };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function gateway(name: string, namespaces: JsonObject): JsonObject {
  return gatewayWith(name, {
    name: 'http',
    port: 80,
    protocol: 'HTTP',
    allowedRoutes: { namespaces },
  });
}

function httpsGateway(name: string): JsonObject {
  const tls = { certificateRefs: [{ name: 'tls-validity-checks-certificate' }] };
  return gatewayWith(name, { name: 'https', port: 443, protocol: 'HTTPS', tls });
}

function gatewayWith(name: string, listener: JsonValue): JsonObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name, namespace: INFRA },
    spec: { gatewayClassName: 'conformance', listeners: [listener] },
  };
}

function service(name: string, own: string, numbers: readonly number[]): JsonObject {
  const ports = numbers.map((port) => ({ name: `port-${port}`, port, protocol: 'TCP' }));
  const metadata = { name, namespace: own };
  return { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports } };
}
