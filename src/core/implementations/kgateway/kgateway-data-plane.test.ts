import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { kgatewayDataPlane } from './kgateway-data-plane.ts';
import {
  configPolicy,
  dataObject,
  programmed,
  resolveYaml,
  setup,
  tlsPolicy,
} from './setup.testing.ts';

const ca = await issueCa('Test CA');
const CA_REF =
  'hostname: app.example, caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }]';

function printed(...documents: readonly string[]) {
  const resolution = resolveYaml(...documents);
  const [connection] = resolution.connections;
  if (connection === undefined) throw new Error('The manifests make no connection.');
  const { lines } = kgatewayDataPlane(connection, resolution, '2.4');
  const text = lines.map((line) => line.text).join('\n');
  return { lines, text, config: parse(text) as unknown };
}

const context = (settings: object) => ({
  transportSocket: { name: 'envoy.transport_sockets.tls', typedConfig: settings },
});

describe('the cluster of kgateway', () => {
  it('holds the CA as text, each line with its field', () => {
    const { config, lines } = printed(
      ...setup(),
      tlsPolicy('tls', CA_REF),
      dataObject('ConfigMap', 'ca', { 'ca.crt': ca.certificatePem }),
    );
    expect(config).toMatchObject({
      name: 'kube_default_app_443',
      ...context({
        commonTlsContext: {
          tlsParams: {},
          validationContext: { trustedCa: { inlineString: ca.certificatePem } },
        },
        sni: 'app.example',
      }),
    });
    const line = lines.find(({ text }) => text.includes('BEGIN CERTIFICATE'));
    expect(line?.from?.path).toEqual(['data', 'ca.crt']);
  });

  it('never shows a key', () => {
    const { text } = printed(
      ...setup(),
      configPolicy('config', 'tls: { secretRef: { name: pair } }'),
      dataObject('Secret', 'pair', {
        'tls.crt': ca.certificatePem,
        'tls.key': ca.keyPem,
        'ca.crt': `${ca.certificatePem}${ca.keyPem}`,
      }),
    );
    expect(text).not.toContain('PRIVATE KEY');
    expect(text).not.toContain(ca.keyPem.split('\n')[1]);
    expect(text).toContain('bytes: Secret pair, tls.key)');
  });

  it.each([
    ['insecureSkipVerify: true', { commonTlsContext: { validationContext: {} } }],
    ['insecureSkipVerify: false', { commonTlsContext: {} }],
    [
      'files: { rootCA: /ca.pem }, allowRenegotiation: true',
      {
        allowRenegotiation: true,
        commonTlsContext: { validationContext: { trustedCa: { filename: '/ca.pem' } } },
      },
    ],
    [
      'wellKnownCACertificates: System, alpnProtocols: [h2], parameters: { minVersion: AUTO, maxVersion: "1.3" }',
      {
        commonTlsContext: {
          alpnProtocols: ['h2'],
          combinedValidationContext: {
            defaultValidationContext: {},
            validationContextSdsSecretConfig: { name: 'SYSTEM_CA_CERT' },
          },
          tlsParams: { tlsMaximumProtocolVersion: 'TLSv1_3' },
        },
      },
    ],
  ])('writes %s', (tls, settings) => {
    const { config } = printed(...setup(), configPolicy('config', `tls: { ${tls} }`));
    const type = 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext';
    expect(config).toMatchObject(context({ '@type': type }));
    const { transportSocket } = config as ReturnType<typeof context>;
    expect(transportSocket.typedConfig).toEqual({ '@type': type, ...settings });
  });

  it.each([
    ['a policy that is refused', setup(), 'kube_default_app_443'],
    [
      'a backendRef that is refused',
      setup({ backendRef: '{ name: app, port: 1 }' }),
      'blackhole_cluster',
    ],
  ])('is left out for %s', (_what, documents, cluster) => {
    const { config } = printed(...documents, tlsPolicy('tls', CA_REF));
    const clusterNotFoundResponseCode = 'INTERNAL_SERVER_ERROR';
    expect(config).toEqual({ route: { cluster, clusterNotFoundResponseCode } });
  });
});

const STRICT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: kgateway }
spec: { template: { spec: { containers: [{ env: [{ name: KGW_VALIDATION_MODE, value: STRICT }] }] } } }`;

describe('what Envoy refuses of a BackendConfigPolicy', () => {
  const GARBAGE = dataObject('Secret', 'pair', { 'ca.crt': 'garbage' });
  it.each([
    [
      'a CA that is none',
      'secretRef: { name: pair }',
      'Failed to load trusted CA certificates from <inline>',
      'stringData["ca.crt"]',
    ],
    [
      'suites',
      'wellKnownCACertificates: System, parameters: { cipherSuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, X, "[Y|ECDHE-RSA-AES128-GCM-SHA256]"] }',
      'Failed to initialize cipher suites TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256:X:[Y|ECDHE-RSA-AES128-GCM-SHA256]. The following ciphers were rejected when tried individually: X, Y',
      'spec.tls.parameters.cipherSuites',
    ],
    [
      'groups',
      'wellKnownCACertificates: System, parameters: { ecdhCurves: [X25519, brainpoolP256r1] }',
      'Failed to initialize ECDH curves X25519:brainpoolP256r1',
      'spec.tls.parameters.ecdhCurves',
    ],
    [
      'signature algorithms',
      'wellKnownCACertificates: System, parameters: { signatureAlgorithms: [ecdsa_secp256r1_sha256, rsa_x] }',
      'Failed to initialize TLS signature algorithms ecdsa_secp256r1_sha256:rsa_x',
      'spec.tls.parameters.signatureAlgorithms',
    ],
  ])('%s', (_what, tls, reason, field) => {
    const documents = [...setup(), configPolicy('config', `tls: { ${tls} }`), GARBAGE];
    const { upstream, findings } = programmed(resolveYaml(...documents));
    expect(upstream).toMatchObject({ mode: 'blocked', blockedStatus: 500, reason });
    expect(findings.find(({ code }) => code === 'KGW-ENVOY-REFUSES')?.params.field).toBe(field);
    const strict = programmed(resolveYaml(...documents, STRICT));
    expect(strict.findings.map(({ code }) => code)).toEqual(['KGW-CONFIG-POLICY-REFUSED']);
    expect(strict.upstream.reason).toBe(
      `invalid xds configuration: error initializing configuration '/dev/fd/0': ${reason}`,
    );
  });

  it('cannot be told of a file in the proxy, which is trusted unseen', () => {
    const policy = configPolicy('config', 'tls: { files: { rootCA: /ca.pem } }');
    const { upstream } = programmed(resolveYaml(...setup(), policy));
    expect(upstream).toMatchObject({ mode: 'tls', trust: { kind: 'file', path: '/ca.pem' } });
  });
});
