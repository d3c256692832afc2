import type { Handshake, HandshakeStep, Outcome } from '../handshake/types.ts';
import type { UpstreamTls } from '../implementations/types.ts';
import type { StepNumber, StepState } from '../model/index.ts';
import type { Material } from '../pki/types.ts';
import type { BackendTls } from '../workload/types.ts';
import { idOf } from './setup.testing.ts';
import type { Setup } from './setup.testing.ts';

/** The NGINX mutual TLS guide in shorthand: its objects in file order, the Gateway as applied last. */

const CLIENT_CERTIFICATE = 'Secret/gateway-presents-this-cert-for-validation';
const CLIENT_CA = 'ConfigMap/validate-gateway-cert-against-this-ca';

export function material(short: string, dataKey: string): Material {
  const field = { objectId: idOf(short), path: ['data', dataKey] };
  return { pem: '', source: { kind: 'field', field, label: short } };
}

export const GUIDE_BACKEND: BackendTls = {
  origin: 'nginx',
  mode: 'tls',
  software: 'nginx',
  servers: [
    {
      names: ['secure-app.example.com'],
      isDefault: true,
      chain: material('Secret/app-tls-secret', 'tls.crt'),
      key: material('Secret/app-tls-secret', 'tls.key'),
      verifyClient: 'on',
      clientCa: material(CLIENT_CA, 'ca.crt'),
      verifyDepth: 1,
      fields: {},
    },
  ],
  workloadId: idOf('Deployment/secure-app'),
  assignmentTarget: 'apps/Deployment/default/secure-app',
  unknowns: [],
  findings: [],
};

export const GUIDE_UPSTREAM: UpstreamTls = {
  implementation: 'nginx-gateway-fabric',
  version: '2.6',
  mode: 'tls',
  sni: { value: 'secure-app.example.com' },
  verifyNames: [],
  trust: {
    kind: 'bundle',
    material: material('ConfigMap/backend-cert', 'ca.crt'),
    from: {
      objectId: idOf('BackendTLSPolicy/backend-tls'),
      path: ['spec', 'validation', 'caCertificateRefs', 0],
    },
  },
  clientCertificate: {
    chain: material(CLIENT_CERTIFICATE, 'tls.crt'),
    key: material(CLIENT_CERTIFICATE, 'tls.key'),
    from: {
      objectId: idOf('Gateway/gateway'),
      path: ['spec', 'tls', 'backend', 'clientCertificateRef'],
    },
  },
  verifyDepth: 4,
  versions: [],
  policy: { objectId: idOf('BackendTLSPolicy/backend-tls'), path: ['spec'] },
  isGrpc: false,
};

export function step(n: StepNumber, state: StepState, summary = ''): HandshakeStep {
  return {
    n,
    from: 'gateway',
    to: 'backend',
    title: `Step ${n}`,
    state,
    summary,
    explanation: '',
    issuersTried: [],
    chain: [],
    fields: [],
    checks: [],
    wire: [],
  };
}

export function handshake(
  at: number,
  steps: readonly HandshakeStep[],
  outcome: Pick<Outcome, 'stage' | 'headline'> & Partial<Outcome>,
): Handshake {
  return {
    connectionId: `connection ${at}`,
    implementation: 'nginx-gateway-fabric',
    version: '2.6',
    steps,
    outcome: {
      gatewayLog: null,
      backendLog: null,
      client: { status: null, text: '' },
      warnings: 0,
      ...outcome,
    },
    wire: [],
  };
}

export const FAILING = handshake(
  0,
  [
    step(6, 'failed', 'CN=gateway expired 10 Sep 2026; its CA expired 20 Aug 2026'),
    step(8, 'failed', 'no trusted issuer found'),
  ],
  { stage: 'tls', headline: 'Fails at step 8' },
);

export const PASSING = handshake(0, [step(6, 'passed'), step(8, 'passed')], {
  stage: 'ok',
  headline: 'All 11 steps pass',
});

export const GUIDE: Setup = {
  objects: [
    'Deployment/secure-app',
    'Service/secure-app',
    'ConfigMap/secure-config',
    'ConfigMap/nginx-config',
    'Secret/app-tls-secret',
    CLIENT_CA,
    'Gateway/gateway',
    'HTTPRoute/secure-app',
    CLIENT_CERTIFICATE,
    'ConfigMap/backend-cert',
    'BackendTLSPolicy/backend-tls',
  ],
  values: {
    'ConfigMap/secure-config': { data: { 'app.conf': 'server { listen 8443 ssl; }' } },
    'ConfigMap/nginx-config': { data: { 'nginx.conf': 'worker_processes auto;' } },
  },
  references: [
    ['Gateway/gateway', 'gatewayClass', 'spec.gatewayClassName', 'GatewayClass//nginx'],
    [
      'Gateway/gateway',
      'clientCertificateRef',
      'spec.tls.backend.clientCertificateRef.name',
      CLIENT_CERTIFICATE,
    ],
    ['HTTPRoute/secure-app', 'parentRef', 'spec.parentRefs.0.name', 'Gateway/gateway'],
    ['HTTPRoute/secure-app', 'backendRef', 'spec.rules.0.backendRefs.0', 'Service/secure-app'],
    ['Service/secure-app', 'selector', 'spec.selector', 'Deployment/secure-app'],
    ['BackendTLSPolicy/backend-tls', 'policyTarget', 'spec.targetRefs.0', 'Service/secure-app'],
    [
      'BackendTLSPolicy/backend-tls',
      'caCertificateRef',
      'spec.validation.caCertificateRefs.0.name',
      'ConfigMap/backend-cert',
    ],
    ...(
      [
        ['Secret/app-tls-secret', 0],
        ['ConfigMap/secure-config', 1],
        [CLIENT_CA, 2],
        ['ConfigMap/nginx-config', 3],
      ] as const
    ).map(
      ([to, at]) =>
        ['Deployment/secure-app', 'volume', `spec.template.spec.volumes.${at}`, to] as const,
    ),
  ],
  hops: [['Gateway/gateway', 'HTTPRoute/secure-app', 'Service/secure-app']],
  backends: [GUIDE_BACKEND],
  programmed: [GUIDE_UPSTREAM],
  handshakes: [FAILING],
  facts: {
    'Gateway/gateway': 'http :80',
    'HTTPRoute/secure-app': '/',
    'Service/secure-app': ':8443',
    'Deployment/secure-app': 'nginx',
    'Secret/app-tls-secret': 'no SAN',
    'ConfigMap/backend-cert': '1 CA',
    [CLIENT_CERTIFICATE]: 'expired 10 Sep 2026',
    [CLIENT_CA]: 'expired 20 Aug 2026',
  },
  marks: {
    'BackendTLSPolicy/backend-tls': 'error',
    'Secret/app-tls-secret': 'warning',
    [CLIENT_CERTIFICATE]: 'error',
    [CLIENT_CA]: 'error',
  },
};
