import { describe, expect, it } from 'vitest';
import { configMap, issueCa, programmed, resolveYaml, secret, setup } from './setup.testing.ts';

const ca = await issueCa('Test CA');
const other = await issueCa('Other CA');
const pem = ca.certificatePem;
const authority = configMap('ca', pem);
const CLIENT = 'tls: { backend: { clientCertificateRef: { name: pair } } }';
const pair = secret('pair', { 'tls.crt': pem, 'tls.key': ca.keyPem });

describe('the client certificate of the Gateway', () => {
  const IN = 'Spec.tls.backend.clientCertificateRef';
  const VALUE = '{"Namespace":"default","Name":"pair"}';
  const wrongKey = secret('pair', { 'tls.crt': pem, 'tls.key': other.keyPem });

  it.each<[string, string, readonly string[], string, string]>([
    [
      'is missing',
      CLIENT,
      [],
      'InvalidClientCertificateRef',
      `${IN}: Invalid value: ${VALUE}: Secret default/pair does not exist`,
    ],
    [
      'is Opaque',
      CLIENT,
      [secret('pair', {}, 'Opaque')],
      'InvalidClientCertificateRef',
      `${IN}: Invalid value: ${VALUE}: unsupported secret type "Opaque"`,
    ],
    [
      'has another key',
      CLIENT,
      [wrongKey],
      'InvalidClientCertificateRef',
      `${IN}: Invalid value: ${VALUE}: tls secret is invalid: tls: private key does not match public key`,
    ],
    [
      'has a bad ca.crt',
      CLIENT,
      [secret('pair', { 'tls.crt': pem, 'tls.key': ca.keyPem, 'ca.crt': 'x' })],
      'InvalidClientCertificateRef',
      `${IN}: Invalid value: ${VALUE}: the data field "ca.crt" must hold a valid CERTIFICATE PEM block`,
    ],
    [
      'is a ConfigMap',
      CLIENT.replace('name: pair', 'kind: ConfigMap, name: pair'),
      [],
      'InvalidClientCertificateRef',
      `${IN}.kind: Unsupported value: "ConfigMap": supported values: "Secret"`,
    ],
    [
      'is of a strange group',
      CLIENT.replace('name: pair', 'group: not-core, name: pair'),
      [],
      'InvalidClientCertificateRef',
      `${IN}.group: Unsupported value: "not-core": supported values: "core", ""`,
    ],
    [
      'is elsewhere without a grant',
      CLIENT.replace('name: pair', 'name: pair, namespace: vault'),
      [pair.replace('name: pair', 'name: pair, namespace: vault')],
      'RefNotPermitted',
      'secret ref vault/pair not permitted by any ReferenceGrant',
    ],
  ])('is not presented when it %s', (_, gatewaySpec, more, reason, message) => {
    const { upstream, findings } = programmed(
      resolveYaml(...setup({ gatewaySpec }), authority, ...more),
    );
    expect(upstream.mode).toBe('tls');
    expect(upstream.clientCertificate).toBeUndefined();
    const code = message.endsWith('unsupported secret type "Opaque"')
      ? 'NGF-SECRET-TYPE-REFUSED'
      : 'NGF-CLIENT-CERTIFICATE-REFUSED';
    expect(
      findings.map((finding) => [finding.code, finding.params.reason, finding.params.message]),
    ).toEqual([[code, reason, message]]);
  });

  it('is presented from another namespace with a grant', () => {
    const gatewaySpec = CLIENT.replace('name: pair', 'name: pair, namespace: vault');
    const grant = `apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: { name: g, namespace: vault }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: Gateway, namespace: default }]
  to: [{ group: "", kind: Secret, name: pair }]`;
    const vault = pair.replace('name: pair', 'name: pair, namespace: vault');
    const { upstream } = programmed(
      resolveYaml(...setup({ gatewaySpec }), authority, vault, grant),
    );
    expect(upstream.clientCertificate?.chain.path).toBe(
      '/etc/nginx/secrets/ssl_keypair_vault_pair.pem',
    );
  });

  it('never reaches a gRPC backend', () => {
    const parts = { gatewaySpec: CLIENT, routeKind: 'GRPCRoute' } as const;
    const { upstream, findings } = programmed(resolveYaml(...setup(parts), authority, pair));
    expect([upstream.isGrpc, upstream.clientCertificate]).toEqual([true, undefined]);
    expect(findings.map(({ code }) => code)).toEqual(['NGF-CLIENT-CERTIFICATE-GRPC']);
  });

  it('is not read before version 2.3', () => {
    const resolution = resolveYaml(...setup({ gatewaySpec: CLIENT }), authority, pair);
    const { upstream, findings } = programmed(resolution, 0, '2.2');
    expect(upstream.clientCertificate).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['NGF-CLIENT-CERTIFICATE-VERSION']);
  });
});
