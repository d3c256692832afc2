import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { indexObjects, resolve } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { dataObject, setup, tlsPolicy } from '../kgateway/setup.testing.ts';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { agentgatewayDataPlane } from './agentgateway-data-plane.ts';

const ca = await issueCa('Test CA');
const PAIR = dataObject('Secret', 'pair', { 'tls.crt': ca.certificatePem, 'tls.key': ca.keyPem });
const base64 = (text: string): string => Buffer.from(text).toString('base64');

function printed(...documents: readonly string[]) {
  const yaml = documents
    .join('\n---\n')
    .replaceAll('gatewayClassName: kgateway', 'gatewayClassName: agentgateway');
  const resolution = resolve(indexObjects(objectsFrom(yaml)), { overrides: {} });
  const [connection] = resolution.connections;
  if (connection === undefined) throw new Error('The manifests make no connection.');
  const { lines } = agentgatewayDataPlane(connection, resolution, '1.5');
  const text = lines.map((line) => line.text).join('\n');
  return { lines, text, config: parse(text) as unknown };
}

function ownBackend(tls: string): readonly string[] {
  return [
    ...setup({ backendRef: '{ group: agentgateway.dev, kind: AgentgatewayBackend, name: api }' }),
    `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayBackend
metadata: { name: api }
spec: { static: { host: api.example, port: 443 }, policies: { tls: { ${tls} } } }`,
  ];
}

describe('what agentgateway sends to its proxy', () => {
  it('is the policy of the port before that of the Service, with the pair of the Gateway but no key', () => {
    const system = 'wellKnownCACertificates: System';
    const { config, text, lines } = printed(
      ...setup({ gateway: 'tls: { backend: { clientCertificateRef: { name: pair } } }' }),
      tlsPolicy('whole', `hostname: whole.example, ${system}`),
      tlsPolicy('port', `hostname: port.example, ${system}`, { section: 'https' }),
      PAIR,
    );
    expect(config).toEqual({
      gateway: { Name: 'gw', Namespace: 'default' },
      resource: {
        policy: {
          backend: {
            backendTls: {
              cert: base64(ca.certificatePem),
              hostname: 'port.example',
              key: `(${String(ca.keyPem.length)} bytes: Secret pair, tls.key)`,
            },
          },
          key: 'default/port:backend-tls:default/app.default.svc.cluster.local/443',
          name: { kind: 'BackendTLSPolicy', name: 'port', namespace: 'default' },
          target: {
            service: { hostname: 'app.default.svc.cluster.local', namespace: 'default', port: 443 },
          },
        },
      },
    });
    expect(text).not.toContain(base64(ca.keyPem).slice(0, 60));
    const hostname = lines.find((line) => line.text.includes('port.example'));
    expect(hostname?.from?.path).toEqual(['spec', 'validation', 'hostname']);
  });

  it.each([
    [
      'a CA',
      tlsPolicy(
        'tls',
        'hostname: a.example, caCertificateRefs: [{ group: "", kind: ConfigMap, name: none }]',
      ),
      '',
      { hostname: 'a.example', root: 'aW52YWxpZA==' },
    ],
    [
      'a client certificate',
      tlsPolicy('tls', 'hostname: a.example, wellKnownCACertificates: System'),
      'tls: { backend: { clientCertificateRef: { name: none } } }',
      { cert: 'aW52YWxpZA==', hostname: 'a.example', key: 'aW52YWxpZA==' },
    ],
  ])('has unusable bytes for %s that is not there', (_what, policy, gateway, backendTls) => {
    const { config } = printed(...setup({ gateway }), policy);
    expect(config).toMatchObject({ resource: { policy: { backend: { backendTls } } } });
  });

  it('is the backend with a tls block of its own', () => {
    const { config } = printed(
      ...ownBackend(
        'sni: api.example, alpnProtocols: [h2], insecureSkipVerify: Hostname, mtlsCertificateRef: [{ name: pair }]',
      ),
      PAIR,
    );
    expect(config).toMatchObject({
      resource: {
        backend: {
          inlinePolicies: [
            {
              backendTls: {
                alpn: { protocols: ['h2'] },
                cert: base64(ca.certificatePem),
                hostname: 'api.example',
                verification: 'INSECURE_HOST',
              },
            },
          ],
          key: 'default/api',
        },
      },
    });
  });

  it.each([
    ['plaintext', setup()],
    ['a backend that is not translated', ownBackend('caCertificateRefs: [{ name: none }]')],
    ['a refused backendRef', setup({ backendRef: '{ name: none, port: 443 }' })],
  ])('is nothing for %s', (_what, documents) => {
    expect(printed(...documents).lines).toEqual([]);
  });
});
