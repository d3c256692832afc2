import { describe, expect, it } from 'vitest';
import { fronts, secretOf, unusual } from '../../listeners/listeners.testing.ts';
import { issueCa } from '../setup.testing.ts';

const pair = await issueCa('pair.example');
const MORE = [secretOf('pair', pair.certificatePem, pair.keyPem)];
const FREE = '{ name: free, port: 80, protocol: HTTP }';

/** What is said of a listener `a` beside one with which nothing is wrong. */
function told(
  listener: string,
  version: string,
  gateway = '',
  ...more: readonly string[]
): readonly string[] {
  const listeners = `{ name: a, ${listener} }, ${FREE}`;
  const found = fronts('nginx-gateway-fabric', { listeners, gateway, more: [...MORE, ...more] });
  return unusual('nginx-gateway-fabric', version, found).filter((text) => text.startsWith('gw.a'));
}

function refused(message: string): readonly string[] {
  return [
    `gw.a Accepted=False UnsupportedValue: ${message}`,
    `gw.a Programmed=False Invalid: ${message}`,
  ];
}

const REFS = 'certificateRefs: [{ name: pair }]';
const https = (tls: string): string => `port: 443, protocol: HTTPS, tls: { ${tls} }`;
const options = (text: string): string => https(`${REFS}, options: { ${text} }`);

describe('options of a listener', () => {
  const KNOWN =
    '"nginx.org/ssl-protocols", "nginx.org/ssl-ciphers", "nginx.org/ssl-prefer-server-ciphers"';
  const MORE_KNOWN = `${KNOWN}, "nginx.org/ssl-session-cache", "nginx.org/ssl-session-timeout", "nginx.org/ssl-ecdh-curve"`;
  const unknown = (known: string): string =>
    `tls.options[other]: Unsupported value: "other": supported values: ${known}`;

  it.each<[string, string, readonly string[]]>([
    ['other: x', '2.3', refused('tls.options: Forbidden: options are not supported')],
    ['other: x', '2.4', refused(unknown(KNOWN))],
    ['other: x', '2.7', refused(unknown(MORE_KNOWN))],
    ['nginx.org/ssl-ecdh-curve: X25519', '2.7', []],
    [
      'nginx.org/ssl-ecdh-curve: X25519',
      '2.6',
      refused(
        `tls.options[nginx.org/ssl-ecdh-curve]: Unsupported value: "nginx.org/ssl-ecdh-curve": supported values: ${KNOWN}`,
      ),
    ],
    [
      'nginx.org/ssl-protocols: TLSv1.2 TLSv1.3, nginx.org/ssl-ciphers: "HIGH:!aNULL:!MD5", nginx.org/ssl-prefer-server-ciphers: "on"',
      '2.7',
      [],
    ],
    [
      'nginx.org/ssl-protocols: TLSv1.2 TLSv9',
      '2.7',
      refused(
        'tls.options[nginx.org/ssl-protocols]: Unsupported value: "TLSv9": supported values: "SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"',
      ),
    ],
    [
      'nginx.org/ssl-protocols: " "',
      '2.7',
      refused(
        'tls.options[nginx.org/ssl-protocols]: Unsupported value: "": supported values: "SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"',
      ),
    ],
    [
      'nginx.org/ssl-ciphers: "HIGH!"',
      '2.7',
      refused('tls.options[nginx.org/ssl-ciphers]: Invalid value: "HIGH!": invalid ssl ciphers'),
    ],
    [
      'nginx.org/ssl-prefer-server-ciphers: "yes"',
      '2.7',
      refused(
        'tls.options[nginx.org/ssl-prefer-server-ciphers]: Unsupported value: "yes": supported values: "on", "off"',
      ),
    ],
  ])('%s in %s', (text, version, expected) => {
    expect(told(options(text), version)).toEqual(expected);
  });

  it('and certificates are not asked of HTTPS that passes TLS through since 2.7', () => {
    const mode = 'tls.mode: Unsupported value: "Passthrough": supported values: "Terminate"';
    expect(told(https('mode: Passthrough'), '2.7')).toEqual(refused(mode));
    expect(told(https('mode: Passthrough'), '2.6')).toContain(
      'gw.a ResolvedRefs=False InvalidCertificateRef: tls.certificateRefs: Required value: certificateRefs must be defined for TLS mode terminate',
    );
  });
});

describe('the port of metrics', () => {
  it.each<[string, readonly string[]]>([
    [
      'port: 9113, protocol: HTTP',
      refused('port: Invalid value: 9113: port is already in use as MetricsPort'),
    ],
    [
      `port: 9113, protocol: HTTPS, tls: { ${REFS} }`,
      refused('port: Invalid value: 9113: port is already in use as MetricsPort'),
    ],
    [
      'port: 9113, protocol: TCP',
      refused('port: Invalid value: 9113: port is already in use as MetricsPort'),
    ],
    ['port: 8081, protocol: HTTP', []],
    ['port: 9113, protocol: TLS, tls: { mode: Passthrough }', []],
  ])('%s', (listener, expected) => {
    expect(told(listener, '2.7')).toEqual(expected);
  });

  it.each<[string, number, boolean]>([
    ['port: 9000', 9000, true],
    ['port: 9000', 9113, false],
    ['disable: true', 9113, false],
  ])('is that of the NginxProxy: %s', (metrics, port, isRefused) => {
    const proxy = `apiVersion: gateway.nginx.org/v1alpha2
kind: NginxProxy
metadata: { name: proxy }
spec: { metrics: { ${metrics} } }`;
    const gateway =
      'infrastructure: { parametersRef: { group: gateway.nginx.org, kind: NginxProxy, name: proxy } },';
    const said = told(`port: ${port}, protocol: HTTP`, '2.7', gateway, proxy);
    expect(said.length > 0).toBe(isRefused);
  });
});
