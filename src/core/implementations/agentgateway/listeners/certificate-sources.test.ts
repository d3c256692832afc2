import { describe, expect, it } from 'vitest';
import { issueCa } from '../../nginx-gateway-fabric/setup.testing.ts';
import { fronts, secretOf, unusual } from '../../listeners/listeners.testing.ts';

const own = await issueCa('own.example');
const pair = secretOf('pair', own.certificatePem, own.keyPem);
const REF = 'certificateRefs: [{ name: pair }]';

function caOf(pem: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ca }\ndata: { ca.crt: ${JSON.stringify(pem)} }`;
}

const FRONTEND =
  'tls: { frontend: { default: { validation: { caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }] } } } },';

/** What is said of the listener `https` alone. */
function told(version: string, tls: string, gateway = '', ca = own.certificatePem): string[] {
  const listeners = `{ name: https, port: 443, protocol: HTTPS, tls: { ${tls} } }`;
  const given = fronts('agentgateway', { listeners, gateway, more: [pair, caOf(ca)] });
  return unusual('agentgateway', version, given).filter((line) => line.startsWith('gw.https'));
}

function refused(reason: string, message: string): string[] {
  const isOfAuthority = reason === 'InvalidCACertificateRef';
  return [
    ...(isOfAuthority ? [`gw.https Accepted=False NoValidCACertificate: ${message}`] : []),
    'gw.https Programmed=False Invalid: Bad TLS configuration',
    `gw.https ResolvedRefs=False ${reason}: ${message}`,
  ];
}

describe('sources of the certificate of a listener under agentgateway', () => {
  const SOURCE = 'agentgateway.dev/tls-certificate-source';
  const MODE = 'gateway.istio.io/tls-terminate-mode';
  const clash = (source: string): string =>
    `GatewayTLSConfig validation caCertificateRefs cannot be configured with ${source} TLS certificate source`;

  it('take no CAs for clients beside a CA that signs as asked, since 1.4', () => {
    const tls = `${REF}, options: { ${SOURCE}: DYNAMIC_CA }`;
    expect(told('1.4', tls)).toEqual([]);
    expect(told('1.4', tls, FRONTEND)).toEqual(
      refused('InvalidCACertificateRef', clash('DYNAMIC_CA')),
    );
    expect(told('1.3', tls, FRONTEND)).toEqual([]);
  });

  it.each([
    [`options: { ${SOURCE}: SPIFFE }`, '', []],
    [
      `options: { ${SOURCE}: SPIFFE }`,
      FRONTEND,
      refused('InvalidCACertificateRef', clash('SPIFFE')),
    ],
    [
      `${REF}, options: { ${SOURCE}: SPIFFE }`,
      '',
      refused(
        'InvalidCertificateRef',
        'certificateRefs cannot be configured with SPIFFE TLS certificate source',
      ),
    ],
    [
      `options: { ${SOURCE}: SPIFFE, ${MODE}: ISTIO_MUTUAL }`,
      '',
      refused(
        'InvalidCertificateRef',
        'TLS certificate source SPIFFE cannot be combined with the ISTIO_MUTUAL termination mode',
      ),
    ],
    [`options: { ${MODE}: ISTIO_SIMPLE }`, '', []],
    [
      `options: { ${MODE}: ISTIO_OTHER }`,
      '',
      refused(
        'InvalidCertificateRef',
        'exactly 1 certificateRefs should be present for TLS termination',
      ),
    ],
  ])('%s %s', (tls, gateway, expected) => {
    expect(told('1.5', tls, gateway)).toEqual(expected);
  });
});

describe('CAs for the clients of a listener under agentgateway', () => {
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

  it('skip a certificate that cannot be read beside one that can', () => {
    expect(told('1.5', REF, FRONTEND, `${broken}${own.certificatePem}`)).toEqual([]);
    expect(told('1.5', REF, FRONTEND, broken)).toEqual(
      refused(
        'InvalidCACertificateRef',
        'invalid CA certificate reference default/ca, the bundle is malformed',
      ),
    );
  });
});
