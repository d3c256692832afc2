import { describe, expect, it } from 'vitest';
import { issueCertificate } from '../../pki/index.ts';
import {
  configPolicy,
  dataObject,
  programmed,
  resolveYaml,
  setup,
  tlsPolicy,
} from './setup.testing.ts';

// Envoy refuses an EC certificate that may not sign as its own; a CA's may not.
const issueRsaCa = (commonName: string) =>
  issueCertificate(
    {
      subject: { commonName },
      ca: true,
      notBefore: Date.UTC(2026, 0, 1),
      notAfter: Date.UTC(2036, 0, 1),
      keyAlgorithm: 'RSA 2048',
    },
    globalThis.crypto,
  );
const ca = await issueRsaCa('Test CA');
const other = await issueRsaCa('Another CA');
const pem = ca.certificatePem;
const authority = dataObject('ConfigMap', 'ca', { 'ca.crt': pem });
const pair = { 'tls.crt': pem, 'tls.key': ca.keyPem };
const CA_REF = 'caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }]';
const SYSTEM = 'hostname: app.example, wellKnownCACertificates: System';
const CLIENT = 'tls: { backend: { clientCertificateRef: { name: pair } } }';

const run = (version: string, ...documents: readonly string[]) =>
  programmed(resolveYaml(...documents), version);

describe('a BackendTLSPolicy on kgateway', () => {
  it('gives SNI, name check and CA, each with its field', () => {
    const { upstream, findings } = run(
      '2.4',
      ...setup(),
      tlsPolicy('tls', `hostname: app.example, ${CA_REF}`),
      authority,
    );
    const from = { objectId: 'file#3', path: ['spec', 'validation', 'hostname'] };
    expect(findings).toEqual([]);
    expect(upstream).toMatchObject({
      mode: 'tls',
      versions: ['TLSv1.2'],
      sni: { value: 'app.example', from },
      sanMatchers: [{ value: { san: 'dns', match: 'exact', value: 'app.example' }, from }],
      trust: {
        kind: 'bundle',
        from: { objectId: 'file#3', path: ['spec', 'validation', 'caCertificateRefs', 0] },
        material: { pem, source: { field: { objectId: 'file#4', path: ['data', 'ca.crt'] } } },
      },
    });
  });

  const refused = (kind: string, name: string, cause: string) =>
    `invalid CA certificate ref ${kind}/${name}: ${cause}`;
  const parse = 'data does not contain any valid RSA or ECDSA certificates';

  it.each([
    [
      'ConfigMap',
      'missing',
      refused('ConfigMap', 'missing', 'ConfigMap not found: default/missing'),
    ],
    [
      'Secret',
      'gone',
      refused('Secret', 'gone', 'Secret not found: Secret default/gone not found'),
    ],
    ['ConfigMap', 'empty', refused('ConfigMap', 'empty', 'ca.crt key missing')],
    ['ConfigMap', 'other', refused('ConfigMap', 'other', 'ca.crt key missing')],
    [
      'Secret',
      'bad',
      refused('Secret', 'bad', `invalid ca.crt in ConfigMap default/bad: ${parse}`),
    ],
    ['Service', 'app', 'unsupported certificate reference kind "Service"'],
  ])('with %s %s is blocked: %s', (kind, name, message) => {
    const ref = `caCertificateRefs: [{ group: "", kind: ${kind}, name: ${name} }]`;
    const { upstream, findings } = run(
      '2.4',
      ...setup(),
      tlsPolicy('tls', `hostname: app.example, ${ref}`),
      dataObject('ConfigMap', 'empty', { 'ca.crt': '' }),
      dataObject('ConfigMap', 'other', { 'CA.crt': pem }),
      dataObject('Secret', 'bad', { 'ca.crt': 'no certificate' }),
    );
    expect(upstream).toMatchObject({ mode: 'blocked', blockedStatus: 500, reason: message });
    expect(findings.map(({ code }) => code)).toEqual(['KGW-POLICY-REFUSED']);
  });

  it('reads one CA reference and no options, and says so', () => {
    const refs = `caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }, { group: "", kind: ConfigMap, name: missing }]`;
    const policy = tlsPolicy('tls', `hostname: app.example, ${refs}`).replace(
      'validation:',
      'options: { a.example/b: c }, validation:',
    );
    const { upstream, findings } = run('2.4', ...setup(), policy, authority);
    expect(upstream.mode).toBe('tls');
    expect(findings.map(({ code }) => code)).toEqual([
      'KGW-CA-REFS-IGNORED',
      'KGW-OPTIONS-IGNORED',
    ]);
  });

  it.each([
    ['2.4', 'port.example'],
    ['2.3', 'port.example'],
    ['2.2', 'service.example'],
  ])('for the port, newer than one for the Service, gives in %s %s', (version, sni) => {
    const { upstream } = run(
      version,
      ...setup(),
      tlsPolicy('port', SYSTEM.replace('app.', 'port.'), {
        section: 'https',
        created: '2026-02-01T00:00:00Z',
      }),
      tlsPolicy('service', SYSTEM.replace('app.', 'service.'), { created: '2026-01-01T00:00:00Z' }),
    );
    expect(upstream.sni?.value).toBe(sni);
  });

  it('of the same age as another wins by its reference, in which "/" sorts behind "-"', () => {
    const { upstream } = run(
      '2.4',
      ...setup(),
      tlsPolicy('tls', SYSTEM.replace('app.', 'short.')),
      tlsPolicy('tls-2', SYSTEM.replace('app.', 'long.')),
    );
    expect(upstream.sni?.value).toBe('long.example');
  });

  it.each([
    ['2.1', 'ConfigMap not found: default/pair'],
    ['2.2', undefined],
  ])('takes a Secret as CA since 2.2: %s', (version, reason) => {
    const ref = 'caCertificateRefs: [{ group: "", kind: Secret, name: pair }]';
    const { upstream } = run(
      version,
      ...setup(),
      tlsPolicy('tls', `hostname: app.example, ${ref}`),
      dataObject('Secret', 'pair', { 'ca.crt': pem }),
    );
    expect(upstream.reason).toBe(reason);
  });
});

describe('a BackendConfigPolicy on kgateway', () => {
  const secret = (entries: Readonly<Record<string, string>>) =>
    dataObject('Secret', 'pair', entries);

  it.each([
    ['secretRef: { name: pair }', 'Secret default/pair has no ca.crt'],
    ['insecureSkipVerify: true', 'spec.tls.insecureSkipVerify is true'],
    ['insecureSkipVerify: false', 'spec.tls.insecureSkipVerify is false but names no CA'],
    [
      'wellKnownCACertificates: example.com/ca',
      'kgateway does not know spec.tls.wellKnownCACertificates "example.com/ca"',
    ],
  ])('with %s takes any certificate', (tls, reason) => {
    const { upstream, findings } = run(
      '2.4',
      ...setup(),
      configPolicy('config', `tls: { ${tls}, sni: app.example }`),
      secret(pair),
    );
    expect(upstream).toMatchObject({ mode: 'tls', trust: { kind: 'none', reason } });
    expect(findings.map(({ code }) => code)).toEqual(['KGW-ANY-CERTIFICATE']);
  });

  it.each([
    [pair, 'secretRef: { name: pair }', true],
    [pair, 'secretRef: { name: pair }, simpleTLS: true', false],
    [{}, 'secretRef: { name: pair }', false],
  ])('presents the pair of the Secret unless it is simpleTLS', (entries, tls, presented) => {
    const { upstream } = run(
      '2.4',
      ...setup(),
      configPolicy('config', `tls: { ${tls} }`),
      secret({ ...entries, 'ca.crt': pem }),
    );
    expect(upstream.trust?.kind).toBe('bundle');
    expect(upstream.clientCertificate !== undefined).toBe(presented);
  });

  it.each([
    ['secretRef: { name: gone }', 'failed to extract TLS data: Secret default/gone not found'],
    [
      'secretRef: { name: half }',
      'invalid TLS config: for if providing a client certificate, both certChain and privateKey must be provided',
    ],
    [
      'secretRef: { name: mixed }',
      'invalid certificate and key pair: tls: private key does not match public key',
    ],
    [
      'files: { tlsCertificate: /a, tlsKey: /b }',
      'invalid certificate and key pair: tls: failed to find any PEM data in certificate input',
    ],
    [
      'insecureSkipVerify: false, verifySubjectAltNames: [a.example]',
      'a root_ca must be provided if verify_subject_alt_name is not empty',
    ],
  ])('with %s blocks the backend', (tls, message) => {
    const { upstream, findings } = run(
      '2.4',
      ...setup(),
      configPolicy('config', `tls: { ${tls} }`),
      dataObject('Secret', 'half', { 'tls.crt': pem }),
      dataObject('Secret', 'mixed', { 'tls.crt': pem, 'tls.key': other.keyPem }),
    );
    expect(upstream).toMatchObject({ mode: 'blocked', blockedStatus: 500, reason: message });
    expect(findings.map(({ code }) => code)).toEqual(['KGW-CONFIG-POLICY-REFUSED']);
  });

  it.each([
    ['', ['TLSv1.2']],
    ['parameters: { minVersion: "1.3" }', []],
    ['parameters: { maxVersion: "1.3" }', ['TLSv1.2', 'TLSv1.3']],
    ['parameters: { minVersion: "1.3", maxVersion: "1.3" }', ['TLSv1.3']],
    ['parameters: { minVersion: "1.0", maxVersion: AUTO }', ['TLSv1', 'TLSv1.1', 'TLSv1.2']],
  ])('with "%s" offers %j', (parameters, versions) => {
    const tls = `wellKnownCACertificates: System, verifySubjectAltNames: [a], sni: a, ${parameters}`;
    const { upstream, findings } = run('2.4', ...setup(), configPolicy('c', `tls: { ${tls} }`));
    expect(upstream.versions).toEqual(versions);
    const codes = versions.length === 0 ? ['KGW-NO-TLS-VERSION'] : [];
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['2.4', 'older.example'],
    ['2.3', 'newer.example'],
  ])('older than another counts in %s as %s', (version, sni) => {
    const tls = (name: string) => `tls: { wellKnownCACertificates: System, sni: ${name}.example }`;
    const { upstream } = run(
      version,
      ...setup(),
      configPolicy('newer', tls('newer'), '2026-02-01T00:00:00Z'),
      configPolicy('older', tls('older'), '2026-01-01T00:00:00Z'),
    );
    expect(upstream.sni?.value).toBe(sni);
  });

  it.each([
    ['2.4', 'KGW-CONFIG-POLICY-OVERRIDDEN'],
    ['2.3', 'KGW-TLS-ORDER-RANDOM'],
  ])('beside a BackendTLSPolicy is reported in %s as %s', (version, code) => {
    const { upstream, findings } = run(
      version,
      ...setup(),
      tlsPolicy('tls', SYSTEM),
      configPolicy('config', 'tls: { insecureSkipVerify: true, sni: other.example }'),
    );
    expect(upstream.sni?.value).toBe('app.example');
    expect(findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('does not exist before 2.1', () => {
    const { upstream } = run(
      '2.0',
      ...setup(),
      configPolicy('c', 'tls: { insecureSkipVerify: true }'),
    );
    expect(upstream.mode).toBe('plaintext');
  });
});

describe("the Gateway's client certificate on kgateway", () => {
  const own = dataObject('Secret', 'pair', pair);

  it('is presented with a BackendTLSPolicy', () => {
    const { upstream } = run('2.4', ...setup({ gateway: CLIENT }), tlsPolicy('t', SYSTEM), own);
    expect(upstream.clientCertificate).toMatchObject({
      chain: { pem },
      from: { objectId: 'file#0', path: ['spec', 'tls', 'backend', 'clientCertificateRef'] },
    });
  });

  it('replaces that of a BackendConfigPolicy, simpleTLS or not', () => {
    const secret = dataObject('Secret', 'own', {
      'ca.crt': pem,
      'tls.crt': other.certificatePem,
      'tls.key': other.keyPem,
    });
    const config = configPolicy('c', 'tls: { secretRef: { name: own }, simpleTLS: true }');
    const { upstream } = run('2.4', ...setup({ gateway: CLIENT }), config, secret, own);
    expect(upstream.clientCertificate?.chain.pem).toBe(pem);
  });

  it('is lost behind proxy protocol, and before 2.3', () => {
    const documents = [...setup({ gateway: CLIENT }), tlsPolicy('t', SYSTEM), own];
    const wrapped = run('2.4', ...documents, configPolicy('c', 'upstreamProxyProtocol: {}'));
    expect(wrapped.upstream.clientCertificate).toBeUndefined();
    expect(wrapped.findings.map(({ code }) => code)).toEqual(['KGW-CLIENT-CERTIFICATE-WRAPPED']);
    const old = run('2.2', ...documents);
    expect(old.upstream.clientCertificate).toBeUndefined();
    expect(old.findings.map(({ code }) => code)).toEqual(['KGW-CLIENT-CERTIFICATE-VERSION']);
  });

  it('does not turn on TLS', () => {
    expect(run('2.4', ...setup({ gateway: CLIENT }), own).upstream.mode).toBe('plaintext');
  });

  it.each([
    ['{ name: gone }', 'InvalidClientCertificateRef', 'Secret default/gone not found.'],
    [
      '{ name: bare }',
      'InvalidClientCertificateRef',
      'invalid TLS secret default/bare: tls.crt is required',
    ],
    [
      '{ kind: ConfigMap, name: pair }',
      'InvalidClientCertificateRef',
      'unsupported backend client certificate ref kind "ConfigMap" for default/pair: only core Secret references are supported',
    ],
    [
      '{ name: pair, namespace: infra }',
      'RefNotPermitted',
      'cannot reference secret infra/pair : missing reference grant',
    ],
  ])('%s is refused: %s', (ref, reason, message) => {
    const gateway = `tls: { backend: { clientCertificateRef: ${ref} } }`;
    const bare = dataObject('Secret', 'bare', { 'tls.key': ca.keyPem });
    const { upstream, findings } = run('2.4', ...setup({ gateway }), tlsPolicy('t', SYSTEM), bare);
    expect(upstream).toMatchObject({ mode: 'tls' });
    expect(upstream.clientCertificate).toBeUndefined();
    expect(findings).toMatchObject([
      { code: 'KGW-CLIENT-CERTIFICATE-REFUSED', params: { reason, message } },
    ]);
  });
});

describe('a backendRef on kgateway', () => {
  const backend = `apiVersion: gateway.kgateway.dev/v1alpha1
kind: Backend
metadata: { name: out }
spec: { static: { hosts: [{ host: out.example, port: 8443 }] } }`;

  it.each([
    ['{ name: gone, port: 443 }', 'BackendNotFound', 'Service default/gone not found'],
    ['{ name: app, namespace: far, port: 1 }', 'RefNotPermitted', 'missing reference grant'],
    ['{ group: x.example, kind: Thing, name: a }', 'InvalidKind', 'unknown backend kind'],
  ])('%s is refused: %s', (backendRef, reason, message) => {
    const { upstream, findings } = run('2.4', ...setup({ backendRef }), backend);
    expect(upstream).toMatchObject({ mode: 'blocked', blockedStatus: 500, reason: message });
    expect(findings).toMatchObject([{ code: 'KGW-BACKEND-REFUSED', params: { reason } }]);
  });

  it('to a Backend without a policy is plaintext', () => {
    const backendRef = '{ group: gateway.kgateway.dev, kind: Backend, name: out }';
    const { upstream } = run('2.4', ...setup({ backendRef }), backend);
    expect(upstream).toMatchObject({
      mode: 'plaintext',
      reason:
        'No BackendTLSPolicy and no spec.tls of a BackendConfigPolicy targets Backend default/out.',
    });
  });
});
