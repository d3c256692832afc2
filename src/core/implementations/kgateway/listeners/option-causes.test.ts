import { describe, expect, it } from 'vitest';
import { fronts, secretOf, unusual } from '../../listeners/listeners.testing.ts';
import { issueCa } from '../../nginx-gateway-fabric/setup.testing.ts';

const pair = await issueCa('one.example');
const SECRET = secretOf('pair', pair.certificatePem, pair.keyPem);
const CA = `apiVersion: v1
kind: ConfigMap
metadata: { name: ca }
data: { ca.crt: ${JSON.stringify(pair.certificatePem)} }`;
const FRONTEND =
  'tls: { frontend: { default: { validation: { caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }] } } } },';

/** What is said of an HTTPS listener with these `tls.options`, the Gateway's own conditions left out. */
function told(options: string, version = '2.4', gateway = ''): readonly string[] {
  const listeners = `{ name: https, port: 443, protocol: HTTPS, tls: { mode: Terminate, certificateRefs: [{ name: pair }], options: { ${options} } } }`;
  const resolution = fronts('kgateway', { listeners, gateway, more: [SECRET, CA] });
  return unusual('kgateway', version, resolution).filter((line) => line.startsWith('gw.https'));
}

const refused = (message: string): readonly string[] => [
  `gw.https Accepted=False Invalid: ${message}`,
  `gw.https Programmed=False Invalid: ${message}`,
];
const unresolved = (message: string): readonly string[] => [
  `gw.https Accepted=False Invalid: ${message}`,
  `gw.https ResolvedRefs=False InvalidCertificateRef: ${message}`,
  `gw.https Programmed=False Invalid: ${message}`,
];
const VAGUE = 'Invalid certificate ref(s).';
const HASH = 'ab'.repeat(32);

describe('tls.options of a listener under kgateway', () => {
  it.each([
    ['kgateway.dev/min-tls-version: "1.2", kgateway.dev/max-tls-version: "1.3"'],
    [`kgateway.dev/verify-certificate-hash: "${HASH}, ${'ab:'.repeat(31)}AB"`],
    ['kgateway.dev/alpn-protocols: h2, kgateway.dev/cipher-suites: whatever'],
    ['kgateway.dev/signature-algorithms: whatever'],
  ])('takes %s', (options) => {
    expect(told(options)).toEqual([]);
  });

  it.each([
    ['kgateway.dev/signature-algorithm: x', 'kgateway.dev/signature-algorithm'],
    ['other.example/mode: x', 'other.example/mode'],
  ])('names %s, which it does not know, since 2.4', (options, key) => {
    expect(told(options)).toEqual(refused(`unknown tls option: ${key}`));
    expect(told(options, '2.3')).toEqual(unresolved(VAGUE));
    expect(told(options, '2.1')).toEqual([]);
  });

  it.each([
    'kgateway.dev/min-tls-version: "2"',
    'kgateway.dev/max-tls-version: "TLS1.3"',
    'kgateway.dev/min-tls-version: "1.3", kgateway.dev/max-tls-version: "1.2"',
    'kgateway.dev/verify-certificate-hash: abcd',
  ])('takes %s for a fault of the certificates', (options) => {
    expect(told(options)).toEqual(unresolved(VAGUE));
  });

  it('wants a CA for the names of clients', () => {
    const names = 'kgateway.dev/verify-subject-alt-names: client.example';
    const message = 'verify-subject-alt-names annotation requires a trusted CA to be configured';
    expect(told(names)).toEqual(refused(message));
    expect(told(names, '2.3')).toEqual(unresolved(message));
    expect(told(names, '2.4', FRONTEND)).toEqual([]);
    expect(told(names, '2.2', FRONTEND)).toEqual([]);
  });
});
