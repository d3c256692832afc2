import type {
  AnalysedConnection,
  Analysis,
  CertificateSummary,
  ImplementationVerdict,
  ObjectSummary,
  RenderedFinding,
} from '../core/analysis/types.ts';
import type { Handshake, Outcome } from '../core/handshake/types.ts';
import type { ImplementationId, Severity, StepNumber } from '../core/model/index.ts';

/** An analysis of nothing, with the parts a test is about. */
export function anAnalysis(parts: Partial<Analysis> = {}): Analysis {
  return {
    at: '2026-11-20T00:00:00.000Z',
    objects: [],
    references: [],
    certificates: [],
    blobs: [],
    takers: [],
    topology: { nodes: [], edges: [], hops: [], lanes: [], width: 0, height: 0 },
    connections: [],
    handshakes: [],
    implementations: [],
    foundBy: {},
    findings: [],
    validation: {
      documents: 0,
      objects: 0,
      references: { total: 0, resolved: 0 },
      keyPairs: { total: 0, proven: 0 },
      connections: { total: 0, passing: 0 },
      errors: 0,
      warnings: 0,
    },
    ...parts,
  };
}

/** A connection of which only the id matters. */
export function aConnection(id: string): AnalysedConnection {
  const target = {
    key: `/Service/default/${id}`,
    group: '',
    kind: 'Service',
    namespace: 'default',
    name: id,
  };
  const from = { objectId: 'f#0', path: [] };
  return {
    label: id,
    mode: 'mutual-tls',
    assignmentTarget: '',
    backendOrigin: 'none',
    unknowns: [],
    connection: {
      id,
      gatewayId: 'f#0',
      listener: { gatewayId: 'f#0', index: 0, name: 'http', port: 80, protocol: 'HTTP' },
      routeId: 'f#1',
      routeKind: 'HTTPRoute',
      ruleIndex: 0,
      backendRefIndex: 0,
      hostname: 'a.example',
      path: '/',
      backend: {
        kind: 'missing',
        target,
        reference: { id: 'r', kind: 'backendRef', from, target, permission: 'not-needed' },
      },
      fields: [],
      implementation: { id: 'nginx-gateway-fabric', how: 'controller-name', evidence: '' },
    },
  };
}

/** A handshake that ends as told. */
export function aHandshake(
  connectionId: string,
  stage: Outcome['stage'],
  more: { causeStep?: StepNumber; warnings?: number; implementation?: ImplementationId } = {},
): Handshake {
  const { causeStep, warnings = 0, implementation = 'nginx-gateway-fabric' } = more;
  return {
    connectionId,
    implementation,
    version: '2.6',
    steps: [],
    wire: [],
    outcome: {
      stage,
      ...(causeStep === undefined ? {} : { causeStep }),
      gatewayLog: null,
      backendLog: null,
      client: { status: null, text: '' },
      warnings,
      headline: stage === 'ok' ? 'Passes' : `Fails at step ${String(causeStep ?? 0)}`,
    },
  };
}

/** A finding of which severity and step matter. */
export function aFinding(id: string, severity: Severity, step?: StepNumber): RenderedFinding {
  return {
    id,
    code: 'TEST',
    severity,
    subject: { kind: 'workspace' },
    params: {},
    ...(step === undefined ? {} : { step }),
    fixes: [],
    title: id,
    detail: '',
    action: '',
    source: '',
  };
}

/** A certificate of which the given parts matter; without dates it is valid from 1970 on, for ever. */
export function aCertificate(
  parts: Partial<CertificateSummary> & { id: string },
): CertificateSummary {
  return {
    title: parts.id,
    subject: '',
    issuer: '',
    serial: '',
    notBefore: 0,
    notAfter: Number.MAX_SAFE_INTEGER,
    isCa: false,
    selfSigned: false,
    dnsNames: [],
    otherNames: [],
    commonName: null,
    key: '',
    signature: '',
    keyUsage: null,
    extendedKeyUsage: null,
    subjectKeyId: null,
    authorityKeyId: null,
    places: [],
    keyProof: 'no-key',
    issuedBy: [],
    pem: '',
    ...parts,
  };
}

/** An object in namespace `default` of which the given parts matter. */
export function anObject(
  kind: string,
  name: string,
  parts: Partial<ObjectSummary> = {},
): ObjectSummary {
  return {
    id: `f#${kind}${name}`,
    key: `${kind}/${name}`,
    apiVersion: 'v1',
    kind,
    name,
    namespace: 'default',
    at: { fileId: 'f', range: { start: 0, end: 1 } },
    nameRange: { start: 0, end: 1 },
    shadowed: false,
    mark: null,
    fact: '',
    certificateIds: [],
    facts: [],
    hasPrivateKey: false,
    ...parts,
  };
}

/** What one implementation makes of nothing in particular. */
export function aVerdict(
  implementation: ImplementationId,
  other: Partial<ImplementationVerdict> = {},
): ImplementationVerdict {
  return {
    implementation,
    name: implementation,
    version: '1',
    verdict: 'ok',
    headline: '',
    gateways: [],
    connections: [],
    status: [],
    ...other,
  };
}
