import { webcrypto } from 'node:crypto';
import type { Connection } from '../gateway-api/types.ts';
import type { UpstreamTls } from '../implementations/types.ts';
import type { FieldRef } from '../model/index.ts';
import { readPem } from '../pki/pem.ts';
import { decodeCertificate } from '../pki/certificate.ts';
import type { Certificate, Material } from '../pki/types.ts';
import { createSignatureChecker } from '../verify/signature/create-signature-checker.ts';
import type { BackendServer, BackendTls } from '../workload/types.ts';
import type { HandshakeRequest, WorkspaceCertificate } from './request.ts';

/** What a test says about one setup; everything else is as in the NGINX Gateway Fabric guide. */
export interface TestSetup {
  readonly at: string;
  readonly hostname?: string;
  /** PEM of what the gateway trusts. */
  readonly trust: string;
  readonly client?: { readonly chain: string; readonly key: string };
  readonly backend: { readonly chain: string; readonly key?: string };
  readonly clientCa?: string;
  readonly upstream?: Partial<UpstreamTls>;
  readonly server?: Partial<BackendServer>;
  readonly workload?: Partial<BackendTls>;
  /** PEM by label; each certificate of it lies in the workspace unplaced. */
  readonly shelf?: Readonly<Record<string, string>>;
}

const crypto = webcrypto as Crypto;
const checkSignature = createSignatureChecker(crypto);

/** `ConfigMap backend-cert` is `cm/backend-cert`; its data field is `['data', 'ca.crt']`. */
function field(objectId: string, ...path: readonly string[]): FieldRef {
  return { objectId, path };
}

function material(pem: string, objectId: string, key: string, path: string): Material {
  const label = `${objectId} / ${key}`;
  return { pem, path, source: { kind: 'field', field: field(objectId, 'data', key), label } };
}

/** The setup with some of its parts taken away. */
export function without(setup: TestSetup, ...parts: readonly ('client' | 'clientCa')[]): TestSetup {
  const left: { -readonly [Key in keyof TestSetup]: TestSetup[Key] } = { ...setup };
  if (parts.includes('client')) delete left.client;
  if (parts.includes('clientCa')) delete left.clientCa;
  return left;
}

/** Every certificate of a PEM text. */
export function certificatesIn(pem: string): readonly Certificate[] {
  return readPem(pem).flatMap(({ der }) => {
    const decoded = der && decodeCertificate(der);
    return decoded?.ok === true ? [decoded.certificate] : [];
  });
}

/** One connection of the guide's shape, with the material of the setup. */
export function testRequest(setup: TestSetup): HandshakeRequest {
  return {
    connection: testConnection(setup.hostname ?? 'secure-app.example.com'),
    programmed: upstream(setup),
    backend: workload(setup),
    at: Date.parse(setup.at),
    crypto,
    checkSignature,
    workspaceCertificates: workspace(setup),
    describe: ({ objectId, path }) =>
      path.length === 0 ? objectId : `${objectId} / ${String(path.at(-1))}`,
  };
}

function upstream(setup: TestSetup): UpstreamTls {
  const name = { value: setup.hostname ?? 'secure-app.example.com' };
  const from = field('backend-tls', 'spec', 'validation', 'caCertificateRefs');
  const bundle = material(setup.trust, 'backend-cert', 'ca.crt', '/etc/nginx/secrets/ca.crt');
  const pairPath = '/etc/nginx/secrets/pair.pem';
  return {
    implementation: 'nginx-gateway-fabric',
    version: '2.6',
    mode: 'tls',
    sni: name,
    verifyNames: [name],
    trust: { kind: 'bundle', material: bundle, from },
    ...(setup.client && {
      clientCertificate: {
        chain: material(setup.client.chain, 'client-secret', 'tls.crt', pairPath),
        key: material(setup.client.key, 'client-secret', 'tls.key', pairPath),
        from: field('gateway', 'spec', 'tls', 'backend', 'clientCertificateRef'),
      },
    }),
    verifyDepth: 4,
    versions: ['TLSv1.2', 'TLSv1.3'],
    policy: field('backend-tls'),
    isGrpc: false,
    ...setup.upstream,
  };
}

function workload(setup: TestSetup): BackendTls {
  const { chain, key } = setup.backend;
  const server: BackendServer = {
    names: ['secure-app.example.com'],
    isDefault: true,
    chain: material(chain, 'app-secret', 'tls.crt', '/etc/nginx/ssl/tls.crt'),
    ...(key !== undefined && {
      key: material(key, 'app-secret', 'tls.key', '/etc/nginx/ssl/tls.key'),
    }),
    verifyClient: setup.clientCa === undefined ? 'off' : 'on',
    ...(setup.clientCa !== undefined && {
      clientCa: material(setup.clientCa, 'client-ca', 'ca.crt', '/etc/nginx/ssl/ca.crt'),
    }),
    verifyDepth: 1,
    fields: {},
    ...setup.server,
  };
  return {
    origin: 'nginx',
    mode: 'tls',
    software: 'nginx',
    servers: [server],
    assignmentTarget: 'Deployment default/secure-app',
    unknowns: [],
    findings: [],
    ...setup.workload,
  };
}

function workspace(setup: TestSetup): readonly WorkspaceCertificate[] {
  const placed: Readonly<Record<string, string>> = {
    'backend-cert': setup.trust,
    'app-secret': setup.backend.chain,
    'client-secret': setup.client?.chain ?? '',
    'client-ca': setup.clientCa ?? '',
  };
  const entries = (texts: Readonly<Record<string, string>>, unplaced: boolean) =>
    Object.entries(texts).flatMap(([id, pem]) =>
      certificatesIn(pem).map((certificate) => ({ certificate, id, label: id, unplaced })),
    );
  return [...entries(placed, false), ...entries(setup.shelf ?? {}, true)];
}

function testConnection(hostname: string): Connection {
  const target = {
    key: '/Service/default/secure-app',
    group: '',
    kind: 'Service',
    namespace: 'default',
    name: 'secure-app',
  };
  return {
    id: 'gateway|http|secure-app|0|0',
    gatewayId: 'gateway',
    listener: { gatewayId: 'gateway', index: 0, name: 'http', port: 80, protocol: 'HTTP' },
    routeId: 'HTTPRoute secure-app',
    routeKind: 'HTTPRoute',
    ruleIndex: 0,
    backendRefIndex: 0,
    hostname,
    path: '/',
    backend: {
      kind: 'service',
      target,
      port: 8443,
      portName: 'https',
      reference: {
        id: 'backend',
        kind: 'backendRef',
        from: field('HTTPRoute secure-app', 'spec', 'rules'),
        target,
        permission: 'same-namespace',
      },
    },
    fields: [field('HTTPRoute secure-app', 'spec', 'parentRefs')],
    implementation: { id: 'nginx-gateway-fabric', how: 'well-known-class', evidence: 'nginx' },
  };
}
