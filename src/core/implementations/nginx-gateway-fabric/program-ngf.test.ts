import { describe, expect, it } from 'vitest';
import {
  configMap,
  issueCa,
  policy,
  programmed,
  resolveYaml,
  secret,
  setup,
} from './setup.testing.ts';

const ca = await issueCa('Test CA');
const pem = ca.certificatePem;
const authority = configMap('ca', pem);
const CLIENT = 'tls: { backend: { clientCertificateRef: { name: pair } } }';
const pair = secret('pair', { 'tls.crt': pem, 'tls.key': ca.keyPem });

describe('a sound setup on NGINX Gateway Fabric', () => {
  it('is https with SNI, name check, CA file and client certificate', () => {
    const resolution = resolveYaml(...setup({ gatewaySpec: CLIENT }), authority, pair);
    const { upstream, findings } = programmed(resolution);
    expect(findings).toEqual([]);
    expect(upstream).toEqual({
      implementation: 'nginx-gateway-fabric',
      version: '2.7',
      mode: 'tls',
      policy: { objectId: 'file#3', path: ['spec'] },
      sni: { value: 'app.example', from: hostnameField },
      verifyNames: [{ value: 'app.example', from: hostnameField }],
      verifyDepth: 4,
      versions: ['TLSv1.2', 'TLSv1.3'],
      ciphers: 'DEFAULT',
      isGrpc: false,
      trust: {
        kind: 'bundle',
        from: { objectId: 'file#3', path: ['spec', 'validation', 'caCertificateRefs', 0] },
        material: {
          pem,
          path: '/etc/nginx/secrets/cert_bundle_default_ca.crt',
          source: {
            kind: 'field',
            label: 'ConfigMap ca, ca.crt',
            field: { objectId: 'file#4', path: ['data', 'ca.crt'] },
          },
        },
      },
      clientCertificate: {
        from: { objectId: 'file#0', path: ['spec', 'tls', 'backend', 'clientCertificateRef'] },
        chain: clientMaterial('tls.crt', pem),
        key: clientMaterial('tls.key', ca.keyPem),
      },
    });
  });

  it.each([
    ['2.7', 'tls'],
    ['2.6', 'blocked'],
  ])('ends TLS for a TLSRoute since 2.7, with its policy: %s gives %s', (version, mode) => {
    const [gateway = '', route = '', ...rest] = setup();
    const stream = [
      gateway.replace(
        'name: http, port: 80, protocol: HTTP',
        'name: tls, port: 443, protocol: TLS, tls: { certificateRefs: [{ name: front }] }',
      ),
      route.replace('HTTPRoute', 'TLSRoute').replace('rules:', 'hostnames: [a.example], rules:'),
    ];
    const resolution = resolveYaml(...stream, ...rest, authority);
    expect(programmed(resolution, 0, version).upstream.mode).toBe(mode);
  });

  const hostnameField = { objectId: 'file#3', path: ['spec', 'validation', 'hostname'] };
  const clientMaterial = (key: string, text: string) => ({
    pem: text,
    path: '/etc/nginx/secrets/ssl_keypair_default_pair.pem',
    source: {
      kind: 'field',
      label: `Secret pair, ${key}`,
      field: { objectId: 'file#5', path: ['stringData', key] },
    },
  });

  it.each([
    ['2.7', 4],
    ['2.6', 4],
    ['v2.6.7', 4],
    ['2.5', 1],
    ['2.2', 1],
  ])('allows in version %s %i intermediates', (version, depth) => {
    const { upstream } = programmed(resolveYaml(...setup(), authority), 0, version);
    expect(upstream.verifyDepth).toBe(depth);
  });

  it('takes base64 off a CA and says that others do not', () => {
    const encoded = Buffer.from(pem).toString('base64');
    const { upstream, findings } = programmed(resolveYaml(...setup(), configMap('ca', encoded)));
    expect(upstream.trust?.kind === 'bundle' && upstream.trust.material.pem).toBe(pem);
    expect(findings.map(({ code }) => code)).toEqual(['NGF-CA-BASE64']);
  });

  it('trusts the CAs of the image for System', () => {
    const validation = 'hostname: app.example, wellKnownCACertificates: System';
    const { upstream } = programmed(resolveYaml(...setup({ validation })));
    expect(upstream.trust?.kind).toBe('system');
  });

  it('sends no SNI for an IPv4 literal but compares it', () => {
    const parts = { validation: 'hostname: 10.0.0.1, wellKnownCACertificates: System' };
    const { upstream } = programmed(resolveYaml(...setup(parts)));
    expect([upstream.sni, upstream.verifyNames.map(({ value }) => value)]).toEqual([
      undefined,
      ['10.0.0.1'],
    ]);
  });

  it('is plain http without a policy, client certificate or not', () => {
    const [gateway = '', route = '', app = ''] = setup({ gatewaySpec: CLIENT });
    const { upstream } = programmed(resolveYaml(gateway, route, app, pair));
    expect(upstream).toMatchObject({
      mode: 'plaintext',
      reason: 'No BackendTLSPolicy targets Service default/app.',
    });
    expect(upstream.clientCertificate).toBeUndefined();
  });
});

describe('what NGINX Gateway Fabric passes over', () => {
  it('is subjectAltNames and options', () => {
    const parts = {
      validation:
        'hostname: app.example, wellKnownCACertificates: System, subjectAltNames: [{ type: Hostname, hostname: x.example }]',
      policySpec: 'options: { example.com/depth: "9" }',
    };
    const { upstream, findings } = programmed(resolveYaml(...setup(parts)));
    expect(upstream.verifyNames.map(({ value }) => value)).toEqual(['app.example']);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['NGF-SAN-IGNORED', 'warning'],
      ['NGF-OPTIONS-IGNORED', 'note'],
    ]);
  });

  it('is the precedence of a policy for one port over an older one for the Service', () => {
    const [gateway = '', route = '', app = '', general = ''] = setup();
    const port = policy(
      'port',
      'app',
      'validation: { hostname: port.example, wellKnownCACertificates: System }',
      'sectionName: https',
    );
    const dated = (text: string, year: number): string =>
      text.replace(
        'metadata: { name',
        `metadata: { creationTimestamp: "${year}-01-01T00:00:00Z", name`,
      );
    const names = (...policies: readonly string[]) => {
      const resolution = resolveYaml(gateway, route, app, authority, ...policies);
      const { upstream, findings } = programmed(resolution);
      return [upstream.sni?.value, findings.map(({ code }) => code)];
    };
    expect(names(dated(general, 2025), dated(port, 2026))).toEqual([
      'app.example',
      ['NGF-OLDER-POLICY-WINS'],
    ]);
    expect(names(dated(general, 2026), dated(port, 2025))).toEqual(['port.example', []]);
  });
});

describe('a policy whose status list is full', () => {
  it('does not reach the Gateway, whose requests go in plain HTTP', () => {
    const others = Array.from(
      { length: 16 },
      (_, index) => `{ ancestorRef: { name: g${index} }, controllerName: other.example/c }`,
    );
    const parts = setup().map((text) =>
      text.includes('kind: BackendTLSPolicy')
        ? `${text}\nstatus: { ancestors: [${others.join(', ')}] }`
        : text,
    );
    const { upstream, findings } = programmed(resolveYaml(...parts, authority));
    expect([upstream.mode, upstream.reason]).toEqual([
      'plaintext',
      'Policy ancestor limit reached for default/tls',
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['NGF-ANCESTOR-LIMIT']);
  });
});
