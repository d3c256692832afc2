import { describe, expect, it } from 'vitest';
import { indexObjects, resolve, type Resolution } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { predictEnvoyGatewayStatus } from './predict-envoy-gateway-status.ts';
import { backend, CLASS, configuration, data, gateway } from './setup.testing.ts';

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ name: https, port: 443 }] }`;
const APP = '{ name: app, port: 443 }';
const RESOLVER_REF = '{ group: gateway.envoyproxy.io, kind: Backend, name: any }';

const resolver = (tls = ''): string => `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata: { name: any }
spec: { type: DynamicResolver, ${tls} }`;

function route(kind: string, refs: readonly string[]): string {
  const version = kind === 'TCPRoute' || kind === 'TLSRoute' ? 'v1alpha2' : 'v1';
  return `apiVersion: gateway.networking.k8s.io/${version}
kind: ${kind}
metadata: { name: route }
spec: { parentRefs: [{ name: gw }], rules: [{ backendRefs: [${refs.join(', ')}] }] }`;
}

function listening(protocol: string, mode?: string): string {
  const tls = mode === undefined ? '' : `, tls: { mode: ${mode}, certificateRefs: [{ name: c }] }`;
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: eg, listeners: [{ name: one, port: 443, protocol: ${protocol}${tls} }] }`;
}

const resolved = (...documents: readonly string[]): Resolution =>
  resolve(indexObjects(objectsFrom([CLASS, SERVICE, ...documents].join('\n---\n'))), {
    overrides: {},
  });

/** `Status/Reason: message` of the route's ResolvedRefs. */
function resolvedRefs(...documents: readonly string[]): string | undefined {
  const resolution = resolved(...documents);
  const own = predictEnvoyGatewayStatus(resolution, '1.9').find(
    ({ objectId }) => resolution.index.byId.get(objectId)?.name === 'route',
  );
  const found = own?.conditions.find(({ type }) => type === 'ResolvedRefs');
  return found && `${found.status}/${found.reason}: ${found.message}`;
}

const RESOLVED = 'True/ResolvedRefs: Resolved all the Object references for the Route';

describe('errors of a TCPRoute', () => {
  const missing = (name: string): string => `{ name: ${name}, port: 1 }`;

  it('stand bare when there is one, and as sentences when there are several', () => {
    const tcp = listening('TCP');
    expect(resolvedRefs(tcp, route('TCPRoute', [missing('a'), APP]))).toBe(
      'False/BackendNotFound: service default/a not found',
    );
    expect(resolvedRefs(tcp, route('TCPRoute', [missing('a'), missing('b')]))).toBe(
      'False/BackendNotFound: Service default/a not found.\nService default/b not found.',
    );
  });
});

describe('a dynamic resolver beside another backend', () => {
  const refs = [RESOLVER_REF, APP];

  it('is refused in an HTTPRoute and let pass in a GRPCRoute', () => {
    expect(resolvedRefs(gateway(), resolver(), route('HTTPRoute', refs))).toBe(
      'False/InvalidBackendRef: Failed to process route rule 0: dynamic resolver is not supported for multiple backendRefs.',
    );
    expect(resolvedRefs(gateway(), resolver(), route('GRPCRoute', refs))).toBe(RESOLVED);
  });

  it('does not count when it is refused itself', () => {
    const broken = resolver(
      'tls: { caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }] }',
    );
    expect(resolvedRefs(gateway(), broken, route('HTTPRoute', refs))).toBe(
      'False/InvalidBackendTLS: Failed to process route rule 0 backendRef 0: configmap ca not found in namespace default.',
    );
  });

  it('is told as a matter of the listener where that terminates TLS', () => {
    const terminating = [listening('TLS', 'Terminate'), data('Secret', 'c', {})];
    expect(resolvedRefs(...terminating, resolver(), route('TLSRoute', refs))).toBe(
      'False/UnsupportedValue: Dynamic resolver backend is only supported with TLS passthrough listeners',
    );
    expect(resolvedRefs(listening('TLS', 'Passthrough'), resolver(), route('TLSRoute', refs))).toBe(
      'False/InvalidBackendRef: dynamic resolver is not supported for multiple backendRefs',
    );
  });
});

describe('a Backend whose name has one label', () => {
  const local = backend('', 'fqdn: { hostname: localhost, port: 443 }');
  const ON_HOST = configuration(
    'extensionApis: { enableBackend: true }\n    provider: { type: Custom, custom: { infrastructure: { type: Host } } }',
  );
  const IN_CLUSTER = configuration('extensionApis: { enableBackend: true }');

  it.each([
    ['is accepted where Envoy runs on the host', ON_HOST, 'Accepted'],
    ['is refused in a cluster', IN_CLUSTER, 'Invalid'],
  ])('%s', (_, config, type) => {
    const resolution = resolved(local, config);
    const inFile = predictEnvoyGatewayStatus(resolution, '1.9', { objectsFrom: 'file' });
    expect(inFile.map(({ conditions }) => conditions[0]?.type)).toEqual([type]);
    expect(predictEnvoyGatewayStatus(resolution, '1.9')).toEqual([]);
  });
});
