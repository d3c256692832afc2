import { describe, expect, it } from 'vitest';
import { issueCa } from '../../nginx-gateway-fabric/setup.testing.ts';
import { fronts, secretOf, unusual } from '../../listeners/listeners.testing.ts';

const pair = await issueCa('pair.example');
const config = (name: string, data: string, namespace = 'default') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: ${namespace} }\ndata: ${data}`;
const MORE = [
  secretOf('pair', pair.certificatePem, pair.keyPem),
  config('ca', `{ ca.crt: ${JSON.stringify(pair.certificatePem)} }`),
  config('blank', '{ ca.crt: "" }'),
  config('two', '{}'),
  config('far', '{ ca.crt: x }', 'shop'),
];
const HTTPS =
  '{ name: one, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: pair }] } }, { name: two, port: 8443, protocol: HTTPS, tls: { certificateRefs: [{ name: pair }] } }';

function told(tls: string, version = '1.9'): readonly string[] {
  const gateway = `tls: ${tls},`;
  const resolution = fronts('envoy-gateway', { listeners: HTTPS, gateway, more: MORE });
  return unusual('envoy-gateway', version, resolution).filter(
    (text) => !text.includes('Overlapping') && !text.includes('Conflicted'),
  );
}

function validation(ref: string): string {
  return `validation: { caCertificateRefs: [{ group: "", ${ref} }] }`;
}

const FAILED = 'gw ResolvedRefs=False InvalidParameters: Failed to get';

function refused(name: string, reason: string, message: string): readonly string[] {
  const text = `Listener has invalid caCertificateRef for frontend TLS validation: ${message}`;
  return [
    `gw.${name} ResolvedRefs=False ${reason}: ${text}`,
    `gw.${name} Programmed=False ${reason}: ${text}`,
    `gw.${name} Accepted=False NoValidCACertificate: ${text}`,
  ];
}

describe('CAs for clients of a Gateway', () => {
  it.each<[string, string, string]>([
    [
      'kind: ConfigMap, name: gone',
      'InvalidCACertificateRef',
      'configmap gone not found in namespace default',
    ],
    ['kind: ConfigMap, name: two', 'InvalidCACertificateRef', 'no ca found in configmap two'],
    [
      'kind: ConfigMap, name: blank',
      'NoValidCACertificate',
      'no valid CA certificate found in referenced resources',
    ],
    [
      'kind: Service, name: ca',
      'InvalidCACertificateKind',
      'Unsupported reference kind, supported kinds are ConfigMap, Secret, and ClusterTrustBundle in caCertificateRefs',
    ],
    [
      'kind: ConfigMap, name: far, namespace: shop',
      'RefNotPermitted',
      'cross-namespace reference is not permitted by any ReferenceGrant for caCertificateRef /far (kind: ConfigMap, namespace: shop)',
    ],
  ])('that are %s cost listeners their place', (ref, reason, message) => {
    const tls = `{ frontend: { default: { ${validation(ref)} } } }`;
    expect(told(tls)).toEqual([
      `${FAILED} default frontend CA certs for gateway: ${message}`,
      'gw Accepted=False ListenersNotValid: No listeners are valid: one, two',
      ...refused('one', reason, message),
      ...refused('two', reason, message),
    ]);
    expect(told(tls, '1.7')).toEqual([]);
  });

  it('of one port cost the listener of that port alone', () => {
    const gone = validation('kind: ConfigMap, name: gone');
    const fine = validation('kind: ConfigMap, name: ca');
    const tls = `{ frontend: { default: { ${fine} }, perPort: [{ port: 8443, tls: { ${gone} } }] } }`;
    const message = 'configmap gone not found in namespace default';
    expect(told(tls)).toEqual([
      `${FAILED} frontend CA certs for gateway: ${message}`,
      'gw Accepted=True ListenersNotValid: Listeners not valid: two',
      ...refused('two', 'InvalidCACertificateRef', message),
    ]);
  });

  it('that let anybody in are told', () => {
    const mode = 'mode: AllowInsecureFallback';
    const tls = `{ frontend: { default: { validation: { ${mode}, caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }] } } } }`;
    expect(told(tls)).toEqual([
      'gw InsecureFrontendValidationMode=True ConfigurationChanged: Gateway is using AllowInsecureFallback frontend validation mode.',
    ]);
  });
});

describe('the certificate of a Gateway for backends', () => {
  it.each([
    ['{ name: gone }', 'failed to get backend client certs for gateway'],
    [
      '{ kind: ConfigMap, name: x }',
      'Invalid backend client certificate reference for gateway: invalid client certificate reference kind: ConfigMap',
    ],
  ])('%s is refused in the words of 1.8 and 1.9', (ref, message) => {
    const tls = `{ backend: { clientCertificateRef: ${ref} } }`;
    for (const version of ['1.8', '1.9'])
      expect(told(tls, version)).toEqual([
        `gw ResolvedRefs=False InvalidClientCertificateRef: ${message}`,
      ]);
  });
});
