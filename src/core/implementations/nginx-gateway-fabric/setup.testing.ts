import { indexObjects, resolve, type Resolution } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { issueCertificate, type IssuedCertificate } from '../../pki/index.ts';
import type { Programmed } from '../types.ts';
import { programNgf } from './program-ngf.ts';

/** A self-signed CA and its key, made for one test run. */
export function issueCa(commonName: string): Promise<IssuedCertificate> {
  return issueCertificate(
    {
      subject: { commonName },
      ca: true,
      notBefore: Date.UTC(2026, 0, 1),
      notAfter: Date.UTC(2036, 0, 1),
      keyAlgorithm: 'EC P-256',
    },
    globalThis.crypto,
  );
}

/** A YAML value that holds any text on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Resolves the manifests for a Gateway `gw` of class nginx. */
export function resolveYaml(...documents: readonly string[]): Resolution {
  return resolve(indexObjects(objectsFrom(documents.join('\n---\n'))), { overrides: {} });
}

/** What NGF makes of the connection with that backendRef index. */
export function programmed(
  resolution: Resolution,
  backendRefIndex = 0,
  version = '2.7',
): Programmed {
  const connection = resolution.connections.find(
    (candidate) => candidate.backendRefIndex === backendRefIndex,
  );
  if (connection === undefined) throw new Error('The manifests make no such connection.');
  return programNgf(connection, resolution, version);
}

export interface SetupParts {
  readonly gatewaySpec?: string;
  readonly routeKind?: 'HTTPRoute' | 'GRPCRoute';
  readonly backendRefs?: string;
  readonly servicePort?: string;
  readonly validation?: string;
  readonly policySpec?: string;
}

/** Gateway, route, Service `app` and policy `tls`, each adjustable in the place a test is about. */
export function setup(parts: SetupParts = {}): readonly string[] {
  const refs = 'caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }]';
  const validation = parts.validation ?? `hostname: app.example, ${refs}`;
  return [
    `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: nginx, listeners: [{ name: http, port: 80, protocol: HTTP }], ${parts.gatewaySpec ?? ''} }`,
    `apiVersion: gateway.networking.k8s.io/v1
kind: ${parts.routeKind ?? 'HTTPRoute'}
metadata: { name: route }
spec: { parentRefs: [{ name: gw }], rules: [{ backendRefs: [${parts.backendRefs ?? '{ name: app, port: 443 }'}] }] }`,
    service('app', parts.servicePort),
    policy('tls', 'app', `validation: { ${validation} }, ${parts.policySpec ?? ''}`),
  ];
}

export function service(name: string, port = ''): string {
  return `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ports: [{ name: https, port: 443, ${port} }] }`;
}

export function policy(name: string, target: string, spec: string, section = ''): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: ${name} }
spec: { targetRefs: [{ group: "", kind: Service, name: ${target}, ${section} }], ${spec} }`;
}

export function configMap(name: string, value: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { ca.crt: ${quoted(value)} }`;
}

export function secret(
  name: string,
  entries: Readonly<Record<string, string>>,
  type = 'kubernetes.io/tls',
): string {
  const data = Object.entries(entries).map(([key, value]) => `${key}: ${quoted(value)}`);
  return `apiVersion: v1
kind: Secret
metadata: { name: ${name} }
type: ${type}
stringData: { ${data.join(', ')} }`;
}
