import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { envoyGatewayDataPlane } from './envoy-gateway-data-plane.ts';
import {
  backend,
  BACKEND_TARGET,
  configuration,
  connectionTo,
  data,
  envoyProxy,
  gateway,
  policy,
  resolveManifests,
  SERVICE_TARGET,
  TO_BACKEND,
  TO_SERVICE,
} from './setup.testing.ts';

const ca = await issueCa('Test CA');
const CA = data('ConfigMap', 'ca', { 'ca.crt': ca.certificatePem });
const ENABLED = configuration('extensionApis: { enableBackend: true, enableSDSSecretRef: true }');

function printed(backendRefs: string, ...documents: readonly string[]) {
  const resolution = resolveManifests(backendRefs, ...documents);
  const { lines } = envoyGatewayDataPlane(connectionTo(resolution), resolution, '1.9');
  const text = lines.map((line) => line.text).join('\n');
  const [cluster, ...secrets] = parseAllDocuments(text).map((one) => one.toJS() as unknown);
  return { lines, text, cluster, secrets };
}

const fieldOf = (lines: ReturnType<typeof printed>['lines'], text: string) =>
  lines.find((line) => line.text.trim().startsWith(text))?.from;

describe('the cluster of Envoy Gateway', () => {
  it('has the context of a BackendTLSPolicy, each line with its field, and the CA as a secret', () => {
    const { cluster, secrets, lines } = printed(
      TO_SERVICE,
      gateway(),
      policy('tls', SERVICE_TARGET),
      CA,
    );
    const name = 'httproute/default/route/rule/0';
    expect(cluster).toMatchObject({
      name,
      type: 'EDS',
      transportSocketMatches: [
        {
          match: { name: `${name}/tls/0` },
          transportSocket: {
            name: 'envoy.transport_sockets.tls',
            typedConfig: {
              commonTlsContext: {
                combinedValidationContext: {
                  defaultValidationContext: {
                    matchTypedSubjectAltNames: [
                      { matcher: { exact: 'app.internal' }, sanType: 'DNS' },
                    ],
                  },
                  validationContextSdsSecretConfig: { name: 'tls/default-ca' },
                },
              },
              sni: 'app.internal',
            },
          },
        },
      ],
    });
    const inlineBytes = Buffer.from(ca.certificatePem).toString('base64');
    expect(secrets).toEqual([
      { name: 'tls/default-ca', validationContext: { trustedCa: { inlineBytes } } },
    ]);
    expect(fieldOf(lines, 'sni: app.internal')?.path).toEqual(['spec', 'validation', 'hostname']);
    expect(fieldOf(lines, 'inlineBytes:')?.path).toEqual(['data', 'ca.crt']);
  });

  it('never shows a key, wherever it stands', () => {
    const { text } = printed(
      TO_SERVICE,
      gateway(),
      envoyProxy('clientCertificateRef: { name: pair }'),
      data('Secret', 'pair', { 'tls.crt': ca.certificatePem, 'tls.key': ca.keyPem }),
      policy('tls', SERVICE_TARGET),
      data('ConfigMap', 'ca', { 'ca.crt': `${ca.certificatePem}${ca.keyPem}` }),
    );
    const body = ca.keyPem.split('\n')[1] ?? '';
    expect(text).not.toContain(body);
    expect(text).not.toContain(Buffer.from(ca.keyPem).toString('base64').slice(0, 60));
    expect(text).toContain(
      `inlineBytes: '(${String(ca.keyPem.length)} bytes: Secret pair, tls.key)'`,
    );
  });

  it.each([
    [
      'compares the name of the request where the backend has no SNI',
      'tls: { wellKnownCACertificates: System }',
      { autoSniSanValidation: true, commonTlsContext: {} },
      { autoSni: true },
    ],
    [
      'takes the SNI of the endpoint',
      'tls: { wellKnownCACertificates: System, autoSNIFromEndpointHostname: true }',
      { autoHostSni: true, autoSniSanValidation: true },
      { autoSni: true },
    ],
  ])('%s', (_what, tls, context, options) => {
    const { cluster } = printed(TO_BACKEND, gateway(), ENABLED, backend(tls));
    expect(cluster).toMatchObject({
      type: 'STRICT_DNS',
      transportSocketMatches: [{ transportSocket: { typedConfig: context } }],
      typedExtensionProtocolOptions: {
        'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
          upstreamHttpProtocolOptions: options,
        },
      },
    });
  });

  it('asks a server of the user for a secret through a cluster named after its socket', () => {
    const { cluster, secrets } = printed(
      TO_SERVICE,
      gateway(),
      ENABLED,
      policy(
        'tls',
        SERVICE_TARGET,
        'hostname: app.internal, caCertificateRefs: [{ group: "", kind: Secret, name: sds }]',
      ),
      `apiVersion: v1
kind: Secret
metadata: { name: sds }
type: gateway.envoyproxy.io/sds
stringData: { url: "unix:///var/run/secrets/workload-spiffe-uds/socket", secretName: ROOTCA }`,
    );
    const clusterName =
      'sds_var_run_secrets_workload-spiffe-uds_socket_2465711674b623c4f815575b37404800';
    expect(secrets).toEqual([]);
    expect(JSON.stringify(cluster)).toContain(
      JSON.stringify({
        name: 'ROOTCA',
        sdsConfig: {
          apiConfigSource: { apiType: 'GRPC', grpcServices: [{ envoyGrpc: { clusterName } }] },
        },
      }),
    );
  });

  it('is none for a rule that answers itself, and the field that refused it is named', () => {
    const { cluster, lines } = printed(TO_SERVICE, gateway(), policy('tls', SERVICE_TARGET));
    expect(cluster).toEqual({ directResponse: { status: 500 } });
    expect(lines.map(({ from }) => from?.path)).toEqual([
      ['spec', 'validation', 'caCertificateRefs', 0],
      ['spec', 'validation', 'caCertificateRefs', 0],
    ]);
  });

  it('has no transport socket for plaintext', () => {
    const { cluster } = printed(TO_SERVICE, gateway(), policy('tls', BACKEND_TARGET), CA);
    expect(Object.keys(cluster as object)).toEqual(['name', 'connectTimeout', 'type']);
  });
});
