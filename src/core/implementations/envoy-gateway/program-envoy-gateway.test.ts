import { beforeAll, describe, expect, it } from 'vitest';
import { issueCertificate, type IssuedCertificate } from '../../pki/index.ts';
import type { FieldRef } from '../../model/index.ts';
import type { Resolution } from '../../gateway-api/index.ts';
import {
  backend,
  BACKEND_TARGET,
  configuration,
  data,
  envoyProxy,
  gateway,
  policy,
  programmed,
  resolveManifests,
  SERVICE_TARGET,
  TO_BACKEND,
  TO_SERVICE,
} from './setup.testing.ts';

const CA = data('ConfigMap', 'ca', { 'ca.crt': 'text of the CA' });
const SYSTEM = 'wellKnownCACertificates: System';

/** `Kind name: path` of a field. */
function place({ index }: Resolution, from: FieldRef | undefined): string {
  const object = index.byId.get(from?.objectId ?? '');
  return `${object?.kind ?? ''} ${object?.name ?? ''}: ${from?.path.join('.') ?? ''}`;
}

const codes = (resolution: Resolution, version?: string): readonly string[] =>
  programmed(resolution, version).findings.map(({ code }) => code);

describe('TLS', () => {
  it('is off without a policy and a tls of the Backend, whatever EnvoyProxy and Gateway say', () => {
    const proxy = envoyProxy('minVersion: "1.3"');
    const service = resolveManifests(TO_SERVICE, gateway('tls: { backend: {} }'), proxy);
    const reason = 'No BackendTLSPolicy targets Service default/app.';
    expect(programmed(service).upstream).toMatchObject({ mode: 'plaintext', reason });
    const plain = resolveManifests(TO_BACKEND, gateway(), backend(''), proxy);
    expect(programmed(plain).upstream.mode).toBe('plaintext');
  });

  it('takes SNI, names and CA from the policy', () => {
    const resolution = resolveManifests(TO_SERVICE, gateway(), policy('tls', SERVICE_TARGET), CA);
    const { upstream } = programmed(resolution);
    const { sni, sanMatchers, trust, versions, alpn } = upstream;
    expect(sni?.value).toBe('app.internal');
    expect(place(resolution, sni?.from)).toBe('BackendTLSPolicy tls: spec.validation.hostname');
    const value = { san: 'dns', match: 'exact', value: 'app.internal' };
    expect(sanMatchers).toEqual([{ value, from: sni?.from }]);
    expect(trust).toMatchObject({ kind: 'bundle', material: { pem: 'text of the CA' } });
    expect([versions, alpn?.value]).toEqual([
      ['TLSv1.2', 'TLSv1.3'],
      ['h2', 'http/1.1'],
    ]);
  });

  it('compares only the listed names when the policy lists some', () => {
    const names =
      'subjectAltNames: [{ type: URI, uri: "spiffe://a/b" }, { type: Hostname, hostname: x.example }]';
    const validation = `hostname: app.internal, ${SYSTEM}, ${names}`;
    const own = policy('tls', SERVICE_TARGET, validation);
    const { upstream } = programmed(resolveManifests(TO_SERVICE, gateway(), own));
    expect(upstream.trust?.kind).toBe('system');
    expect(upstream.sanMatchers?.map(({ value }) => [value.san, value.value])).toEqual([
      ['uri', 'spiffe://a/b'],
      ['dns', 'x.example'],
    ]);
  });

  it('joins the certificates of all references and fails with the first that is missing', () => {
    const refs = ['ca', 'more'].map((name) => `{ group: "", kind: ConfigMap, name: ${name} }`);
    const own = policy(
      'tls',
      SERVICE_TARGET,
      `hostname: a.b, caCertificateRefs: [${refs.join(', ')}]`,
    );
    const more = data('ConfigMap', 'more', { only: 'and more' });
    const both = programmed(resolveManifests(TO_SERVICE, gateway(), own, CA, more)).upstream;
    expect(both.trust).toMatchObject({ material: { pem: 'text of the CA\nand more' } });
    const one = programmed(resolveManifests(TO_SERVICE, gateway(), own, CA));
    const reason = 'configmap more not found in namespace default';
    expect(one.upstream).toMatchObject({ mode: 'blocked', blockedStatus: 500, reason });
    expect(one.findings.map(({ code }) => code)).toEqual(['EG-POLICY-REFUSED']);
  });
});

describe('the key taken for the CA', () => {
  it.each([
    ['ca.crt goes before all others', { 'ca.crt': '1', 'tls.crt': '2' }, '1.9', '1'],
    ['tls.crt follows from 1.9 on', { 'tls.crt': '2' }, '1.9', '2'],
    ['the only key is taken, whatever its name', { root: '3' }, '1.6', '3'],
    ['of several, 1.6 takes none', { a: '4', b: '5' }, '1.6', undefined],
    ['of several, the cache of 1.7 leaves the first', { b: '5', a: '4' }, '1.7', '4'],
    ['the cache drops tls.crt behind another key', { aaa: '6', 'tls.crt': '7' }, '1.9', '6'],
  ])('%s', (_, entries, version, expected) => {
    const authority = data('ConfigMap', 'ca', entries);
    const resolution = resolveManifests(
      TO_SERVICE,
      gateway(),
      policy('tls', SERVICE_TARGET),
      authority,
    );
    const { trust, mode } = programmed(resolution, version).upstream;
    expect(trust?.kind === 'bundle' ? trust.material.pem : undefined).toBe(expected);
    expect(mode).toBe(expected === undefined ? 'blocked' : 'tls');
  });
});

describe('a Backend', () => {
  it('takes SNI and name from the request when neither it nor a policy names one', () => {
    const resolution = resolveManifests(TO_BACKEND, gateway(), backend(`tls: { ${SYSTEM} }`));
    const { upstream } = programmed(resolution);
    expect([upstream.sni?.value, upstream.verifyNames[0]?.value]).toEqual([
      'shop.example',
      'shop.example',
    ]);
    expect(place(resolution, upstream.sni?.from)).toBe('HTTPRoute route: spec.hostnames.0');
    expect(codes(resolution)).toContain('EG-SNI-FROM-REQUEST');
  });

  it('takes it from the endpoint by autoSNIFromEndpointHostname, from 1.9 on', () => {
    const tls = `tls: { ${SYSTEM}, autoSNIFromEndpointHostname: true }`;
    const resolution = resolveManifests(TO_BACKEND, gateway(), backend(tls));
    expect(programmed(resolution, '1.9').upstream.sni?.value).toBe('api.example');
    expect(programmed(resolution, '1.8').upstream.sni?.value).toBe('shop.example');
    expect(codes(resolution, '1.8')).toContain('EG-FIELD-NOT-READ');
  });

  it('loses CA and SNI to a policy, but keeps insecureSkipVerify', () => {
    const own = policy('tls', BACKEND_TARGET);
    const written = backend(`tls: { ${SYSTEM}, sni: mine.example }`);
    const merged = programmed(resolveManifests(TO_BACKEND, gateway(), written, own, CA)).upstream;
    expect([merged.trust?.kind, merged.sni?.value]).toEqual(['bundle', 'app.internal']);
    const skips = resolveManifests(
      TO_BACKEND,
      gateway(),
      backend('tls: { insecureSkipVerify: true }'),
      own,
      CA,
    );
    const { upstream } = programmed(skips);
    expect([upstream.trust?.kind, upstream.sanMatchers]).toEqual(['none', []]);
    expect(upstream.sni?.value).toBe('app.internal');
    expect(codes(skips)).toContain('EG-SKIP-VERIFY');
  });

  it('checks no name when another backend of the rule keeps SNI from being taken from the request', () => {
    const refs = `${TO_BACKEND}, ${TO_SERVICE}`;
    const resolution = resolveManifests(refs, gateway(), backend(`tls: { ${SYSTEM} }`));
    const { upstream } = programmed(resolution);
    expect([upstream.mode, upstream.sni, upstream.sanMatchers]).toEqual(['tls', undefined, []]);
    expect(codes(resolution)).toContain('EG-NO-NAME-CHECKED');
  });

  it.each([
    ['unset', undefined, 'tls', ['EG-BACKEND-API-UNKNOWN', 'EG-SNI-FROM-REQUEST']],
    ['off', 'extensionApis: {}', 'blocked', ['EG-BACKEND-API-OFF']],
    ['on', 'extensionApis: { enableBackend: true }', 'tls', ['EG-SNI-FROM-REQUEST']],
  ])('with the Backend API %s', (_, settings, mode, expected) => {
    const documents = settings === undefined ? [] : [configuration(settings)];
    const resolution = resolveManifests(
      TO_BACKEND,
      gateway(),
      backend(`tls: { ${SYSTEM} }`),
      ...documents,
    );
    expect(programmed(resolution).upstream.mode).toBe(mode);
    expect(codes(resolution)).toEqual(expected);
  });
});

describe('a policy for the port', () => {
  const whole = policy('a-whole', SERVICE_TARGET, `hostname: whole.example, ${SYSTEM}`);
  const port = policy(
    'b-port',
    `${SERVICE_TARGET}, sectionName: https`,
    `hostname: port.example, ${SYSTEM}`,
  );
  it.each([
    ['1.9', 'port.example', []],
    ['1.8', 'whole.example', ['EG-SECTION-SHADOWED']],
  ])('in %s gives SNI %s', (version, sni, expected) => {
    const resolution = resolveManifests(TO_SERVICE, gateway(), whole, port);
    expect(programmed(resolution, version).upstream.sni?.value).toBe(sni);
    expect(codes(resolution, version)).toEqual(expected);
  });
});

describe('the client certificate', () => {
  const pair = (name: string): string => data('Secret', name, { 'tls.crt': name, 'tls.key': name });
  const secrets = ['of-proxy', 'of-gateway', 'of-backend'].map(pair);
  const proxy = envoyProxy(
    'clientCertificateRef: { name: of-proxy }, minVersion: "1.3", ciphers: [A]',
  );
  const byGateway = gateway('tls: { backend: { clientCertificateRef: { name: of-gateway } } }');
  const byBackend = backend(`tls: { ${SYSTEM}, clientCertificateRef: { name: of-backend } }`);
  const plain = backend(`tls: { ${SYSTEM} }`);

  it.each([
    ['EnvoyProxy', gateway(), plain, '1.9', 'of-proxy', ['TLSv1.3']],
    [
      'Gateway, which replaces the EnvoyProxy whole',
      byGateway,
      plain,
      '1.9',
      'of-gateway',
      ['TLSv1.2', 'TLSv1.3'],
    ],
    ['EnvoyProxy, as 1.7 does not read the Gateway', byGateway, plain, '1.7', 'of-proxy', []],
    ['Backend, before both', byGateway, byBackend, '1.9', 'of-backend', ['TLSv1.2', 'TLSv1.3']],
    [
      'Backend, with the versions of the EnvoyProxy',
      gateway(),
      byBackend,
      '1.9',
      'of-backend',
      ['TLSv1.3'],
    ],
    ['EnvoyProxy, as 1.5 does not read the Backend', gateway(), byBackend, '1.5', 'of-proxy', []],
  ])('comes from the %s', (_, own, target, version, expected, versions) => {
    const resolution = resolveManifests(TO_BACKEND, own, target, proxy, ...secrets);
    const { upstream } = programmed(resolution, version);
    expect(upstream.clientCertificate?.chain.pem).toBe(expected);
    expect(upstream.versions).toEqual(versions);
  });

  it('that the Gateway cannot give is not replaced: traffic flows without one', () => {
    const own = gateway('tls: { backend: { clientCertificateRef: { name: missing } } }');
    const resolution = resolveManifests(TO_BACKEND, own, plain, proxy, ...secrets);
    const { upstream } = programmed(resolution);
    expect([upstream.mode, upstream.clientCertificate]).toEqual(['tls', undefined]);
    expect(codes(resolution)).toEqual(
      expect.arrayContaining(['EG-CLIENT-CERTIFICATE-REFUSED', 'EG-ENVOY-PROXY-REPLACED']),
    );
  });

  it('that the EnvoyProxy cannot give blocks the route, with nothing on the policy', () => {
    const resolution = resolveManifests(TO_BACKEND, gateway(), plain, proxy);
    const reason =
      'failed to locate TLS secret for client auth: default/of-proxy specified in EnvoyProxy default/proxy';
    expect(programmed(resolution).upstream).toMatchObject({ blockedStatus: 500, reason });
    expect(codes(resolution)).toContain('EG-TLS-REFUSED');
  });

  it('of the class is replaced by an EnvoyProxy of the Gateway, or merged with it', () => {
    const attached = gateway(
      'infrastructure: { parametersRef: { group: gateway.envoyproxy.io, kind: EnvoyProxy, name: own } }',
    );
    const own = (mergeType: string): string => `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: EnvoyProxy
metadata: { name: own }
spec: { ${mergeType} backendTLS: { maxVersion: "1.3" } }`;
    const of = (mergeType: string) =>
      programmed(resolveManifests(TO_BACKEND, attached, plain, proxy, own(mergeType), ...secrets))
        .upstream;
    expect(of('').clientCertificate).toBeUndefined();
    expect(of('').versions).toEqual(['TLSv1.2', 'TLSv1.3']);
    const merged = of('mergeType: StrategicMerge,');
    expect([merged.clientCertificate?.chain.pem, merged.versions]).toEqual([
      'of-proxy',
      ['TLSv1.3'],
    ]);
  });
});

describe('TLS versions', () => {
  it.each([
    ['1.9', '', ['TLSv1.2', 'TLSv1.3']],
    ['1.8.2', '', ['TLSv1.2']],
    ['1.9', 'minVersion: "1.0", maxVersion: "1.1"', ['TLSv1', 'TLSv1.1']],
    ['1.9', 'maxVersion: Auto', ['TLSv1.2']],
  ])('of %s with "%s" are %j', (version, settings, expected) => {
    const tls = `tls: { ${SYSTEM}, ${settings} }`;
    const { upstream } = programmed(resolveManifests(TO_BACKEND, gateway(), backend(tls)), version);
    expect(upstream.versions).toEqual(expected);
  });
});

describe('a secret that Envoy rejects', () => {
  let ca: IssuedCertificate;
  let other: IssuedCertificate;
  const issue = (
    commonName: string,
    keyAlgorithm: 'EC P-256' | 'RSA 2048',
  ): Promise<IssuedCertificate> =>
    issueCertificate(
      {
        subject: { commonName },
        ca: true,
        notBefore: Date.UTC(2026, 0, 1),
        notAfter: Date.UTC(2036, 0, 1),
        keyAlgorithm,
      },
      globalThis.crypto,
    );
  beforeAll(async () => {
    ca = await issue('one', 'RSA 2048');
    other = await issue('two', 'RSA 2048');
  });
  const rejected = (authority: string, chain: string, key: string) => {
    const target = backend(
      'tls: { caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }], clientCertificateRef: { name: pair } }',
    );
    const documents = [
      data('ConfigMap', 'ca', { 'ca.crt': authority }),
      data('Secret', 'pair', { 'tls.crt': chain, 'tls.key': key }),
    ];
    return programmed(resolveManifests(TO_BACKEND, gateway(), target, ...documents));
  };

  it('is none when both load, whatever stands around the certificates', () => {
    const { upstream } = rejected(`text\n${ca.certificatePem}`, ca.certificatePem, ca.keyPem);
    expect([upstream.mode, upstream.secretError]).toEqual(['tls', undefined]);
  });

  it.each([
    [
      'no certificate in the bundle',
      () => rejected('garbage', ca.certificatePem, ca.keyPem),
      'trust',
      'Failed to load trusted CA certificates from <inline>',
    ],
    [
      'a damaged block behind a good one',
      () =>
        rejected(
          `${ca.certificatePem}-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n`,
          ca.certificatePem,
          ca.keyPem,
        ),
      'trust',
      'Failed to load trusted CA certificates from <inline>',
    ],
    [
      'a key of another certificate',
      () => rejected(ca.certificatePem, ca.certificatePem, other.keyPem),
      'client-certificate',
      'Failed to load private key from <inline>, Cause: error:0b000074:X.509 certificate routines:OPENSSL_internal:KEY_VALUES_MISMATCH',
    ],
    [
      'no certificate to present',
      () => rejected(ca.certificatePem, '', ca.keyPem),
      'client-certificate',
      'Failed to load certificate chain from <inline>',
    ],
  ] as const)('for %s', (_, make, secret, message) => {
    const { upstream, findings } = make();
    expect(upstream.secretError).toMatchObject({
      secret,
      message,
      status: 503,
      transportFailure: 'TLS error: Secret is not supplied by SDS',
    });
    expect(findings.map(({ code }) => code)).toContain('EG-SECRET-REJECTED');
  });
});
