import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../gateway-api/index.ts';
import { programNgf } from './program-ngf.ts';
import {
  configMap,
  issueCa,
  policy,
  resolveYaml,
  secret,
  service,
  setup,
} from './setup.testing.ts';

const ca = await issueCa('Test CA');
const pem = ca.certificatePem;
const truncated = `${pem}${pem.slice(0, 200)}\n`;
const EMERG =
  'cannot load certificate "/etc/nginx/secrets/cert_bundle_default_bad.crt": PEM_read_bio_X509_AUX() failed (SSL: error:04800066:PEM routines::bad end line)';
const REASON = `nginx refuses the configuration of Gateway default/gw (${EMERG}) and keeps the last one that loaded; a Gateway that never had one serves nothing`;

function route(name: string, backend: string, gateway = 'gw'): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: ${name} }
spec: { parentRefs: [{ name: ${gateway} }], rules: [{ backendRefs: [{ name: ${backend}, port: 443 }] }] }`;
}

function policyWith(name: string, authority: string): string {
  const refs = `caCertificateRefs: [{ group: "", kind: ConfigMap, name: ${authority} }]`;
  return policy(name, name, `validation: { hostname: ${name}.example, ${refs} }`);
}

function byBackend(resolution: Resolution, version = '2.7') {
  return Object.fromEntries(
    resolution.connections.map((connection) => {
      const { upstream, findings } = programNgf(connection, resolution, version);
      const { mode, reason, notLoaded } = upstream;
      const codes = findings.map(({ code }) => code);
      return [connection.backend.target.name, { mode, reason, notLoaded, codes, findings }];
    }),
  );
}

const OTHERS = [
  service('broken'),
  route('broken-route', 'broken'),
  policyWith('broken', 'bad'),
  configMap('ca', pem),
] as const;

describe('a CA bundle that NGINX Gateway Fabric takes and nginx does not', () => {
  const resolution = resolveYaml(
    ...setup(),
    ...OTHERS,
    configMap('bad', truncated),
    service('plain'),
    route('plain-route', 'plain'),
    route('lost-route', 'lost'),
  );

  it('keeps every other connection of the Gateway from being configured', () => {
    const { app, plain, lost, broken } = byBackend(resolution);
    expect(app).toMatchObject({ mode: 'tls', notLoaded: REASON, codes: ['NGF-RELOAD-FAILS'] });
    expect(plain).toMatchObject({
      mode: 'plaintext',
      reason: 'No BackendTLSPolicy targets Service default/plain.',
      notLoaded: REASON,
      codes: ['NGF-RELOAD-FAILS'],
    });
    expect(lost?.codes).toEqual(['NGF-BACKEND-REFUSED', 'NGF-RELOAD-FAILS']);
    expect(broken).toMatchObject({ mode: 'tls', notLoaded: undefined, codes: [] });
  });

  it("is told at the Gateway, with nginx's message, the line and the object", () => {
    const [finding] = byBackend(resolution).app?.findings ?? [];
    expect(finding).toMatchObject({
      severity: 'error',
      subject: { kind: 'object', objectId: 'file#0' },
      params: {
        object: 'Gateway gw',
        text: EMERG,
        line: 'proxy_ssl_trusted_certificate /etc/nginx/secrets/cert_bundle_default_bad.crt;',
        source: 'ConfigMap bad, ca.crt',
      },
    });
  });

  it('leaves other Gateways alone', () => {
    const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: second }
spec: { gatewayClassName: nginx, listeners: [{ name: http, port: 80, protocol: HTTP }] }`;
    const parts = setup().map((text) => text.replace('[{ name: gw }]', '[{ name: second }]'));
    const bad = configMap('bad', truncated);
    const { app } = byBackend(resolveYaml(gateway, ...parts, ...OTHERS, bad));
    expect(app).toMatchObject({ mode: 'tls', notLoaded: undefined, codes: [] });
  });

  it('is nothing to tell when nginx loads all files', () => {
    const { app } = byBackend(resolveYaml(...setup(), ...OTHERS, configMap('bad', pem)));
    expect(app).toMatchObject({ mode: 'tls', notLoaded: undefined, codes: [] });
  });
});

describe('a client certificate that nginx does not load', () => {
  const gatewaySpec = 'tls: { backend: { clientCertificateRef: { name: pair } } }';
  const chain = `${pem}${pem.slice(0, 200)}\n`;
  const pair = secret('pair', { 'tls.crt': chain, 'tls.key': ca.keyPem });

  it('is part of every https connection, so only the plain ones are told of the others', () => {
    const resolution = resolveYaml(
      ...setup({ gatewaySpec }),
      configMap('ca', pem),
      pair,
      service('plain'),
      route('plain-route', 'plain'),
    );
    const { app, plain } = byBackend(resolution);
    expect(app).toMatchObject({ mode: 'tls', notLoaded: undefined, codes: [] });
    expect(plain?.findings[0]).toMatchObject({
      code: 'NGF-RELOAD-FAILS',
      field: { path: ['spec', 'tls', 'backend', 'clientCertificateRef'] },
      params: {
        line: 'proxy_ssl_certificate /etc/nginx/secrets/ssl_keypair_default_pair.pem;',
        source: 'Secret pair, tls.crt',
      },
    });
  });
});
