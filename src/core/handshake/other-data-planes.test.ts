import { beforeAll, describe, expect, it } from 'vitest';
import { extensionOids } from '../pki/extensions/extension-oids.ts';
import { makeLeaf } from '../pki/issuing/chain.testing.ts';
import type { IssuedCertificate } from '../pki/issuing/types.ts';
import type { UpstreamTls } from '../implementations/types.ts';
import { without, type TestSetup } from './handshake.testing.ts';
import { HOST, issueCast, mutualSetup, play, type Cast } from './play.testing.ts';

let cast: Cast;
let encipherOnly: IssuedCertificate;
let p384: IssuedCertificate;
beforeAll(async () => {
  cast = await issueCast();
  encipherOnly = await makeLeaf(HOST, cast.root, {
    keyAlgorithm: 'RSA 2048',
    keyUsage: ['keyEncipherment'],
  });
  p384 = await makeLeaf(HOST, cast.root, { keyAlgorithm: 'EC P-384' });
});

const NAME = { value: { san: 'dns', match: 'exact', value: HOST } } as const;
const envoy: Partial<UpstreamTls> = {
  implementation: 'envoy-gateway',
  version: '1.9',
  sanMatchers: [NAME],
  verifyNames: [],
};
const agentgateway: Partial<UpstreamTls> = { implementation: 'agentgateway', version: '1.3' };
const EACH = [
  ['Envoy Gateway', envoy],
  ['agentgateway', agentgateway],
] as const;

function setup(upstream: Partial<UpstreamTls>, more: Partial<TestSetup> = {}): TestSetup {
  return { ...mutualSetup(cast), ...more, upstream: { ...upstream, ...more.upstream } };
}

const pem = ({ certificatePem, keyPem }: IssuedCertificate) => ({
  chain: certificatePem,
  key: keyPem,
});
const oldTls = { protocols: ['TLSv1.2'] };
const VERIFY_FAILED =
  'TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED';

describe.each(EACH)('mutual TLS in order through %s', (_name, upstream) => {
  it('passes all eleven steps', async () => {
    const run = await play(setup(upstream));
    expect(run.outcome).toMatchObject({ stage: 'ok', headline: 'All 11 steps pass' });
    expect([run.marked, run.codes]).toEqual([[], []]);
    expect(run.step(8)?.summary).toBe('path of 2, name matches');
    expect(run.step(9)?.explanation).toMatch(/has looked at the certificate/);
  });

  it('leaves to an nginx backend the 400 for a client certificate that it does not trust', async () => {
    const run = await play(setup(upstream, { clientCa: cast.otherRoot.certificatePem }));
    expect(run.outcome).toMatchObject({
      causeStep: 6,
      surfacesAtStep: 10,
      gatewayLog: null,
      client: { status: 400, text: '400 The SSL certificate error' },
    });
    expect(run.outcome.backendLog).toMatch(/^client SSL certificate verify error: \(21:/);
  });

  it('does not check what nobody has told', async () => {
    const run = await play(
      setup(upstream, { workload: { mode: 'unknown', servers: [], unknowns: ['Nobody knows.'] } }),
    );
    expect(run.outcome).toMatchObject({ stage: 'not-checked', headline: 'Not checked' });
  });

  it('takes any certificate when verification is off, with a warning', async () => {
    const trust = { kind: 'none', reason: 'insecureSkipVerify is true' } as const;
    const run = await play(
      setup(upstream, { trust: cast.otherRoot.certificatePem, upstream: { trust } }),
    );
    expect(run.outcome.headline).toBe('Passes with 1 warning');
    expect(run.step(8)?.summary).toBe('any certificate is accepted: insecureSkipVerify is true');
  });
});

describe('a backend certificate that Envoy refuses', () => {
  const wrongCa = () => setup(envoy, { trust: cast.otherRoot.certificatePem });

  it('ends the handshake before the gateway shows its own', async () => {
    const run = await play(wrongCa());
    const reason = `${VERIFY_FAILED}:verify cert failed: X509_verify_cert: certificate verification error at depth 0: unable to get local issuer certificate:TLS_error_end`;
    expect(run.outcome).toMatchObject({
      causeStep: 8,
      surfacesAtStep: 8,
      gatewayLog: reason,
      client: { status: 503, text: '503 Service Unavailable' },
      answer: {
        flags: 'UF',
        details: `upstream_reset_before_response_started{remote_connection_failure|${reason.replaceAll(' ', '_')}}`,
        body: 'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure',
      },
    });
    expect(run.marked).toEqual([
      '5 not-reached',
      '6 not-reached',
      '8 decisive',
      '9 not-reached',
      '10 not-reached',
      '11 not-reached',
    ]);
    expect(run.codes).toEqual(['8 TLS-ISSUER-NOT-FOUND']);
    expect(run.outcome.backendLog).toBe(
      'SSL_do_handshake() failed (SSL: error:0A000418:SSL routines::tlsv1 alert unknown ca:SSL alert number 48) while SSL handshaking',
    );
  });

  it('sends its alert after the first answer of the backend', async () => {
    const { wire } = await play(wrongCa());
    const happened = wire.filter((message) => message.happened).map(({ name }) => name);
    expect(happened.slice(-3)).toEqual(['Finished', 'Alert', 'HTTP response']);
    expect(wire.find(({ name }) => name === 'Alert')?.detail).toBe('unknown_ca');
  });

  it('is quoted to the client by old releases', async () => {
    const run = await play(
      setup({ ...envoy, version: '1.7' }, { trust: cast.otherRoot.certificatePem }),
    );
    expect(run.outcome.answer?.body).toMatch(/, transport failure reason: TLS_error:\|268435581/);
  });

  it('fails by name with the names of the certificate', async () => {
    const other = { value: { ...NAME.value, value: 'other.test' } };
    const run = await play(setup(envoy, { upstream: { sanMatchers: [other] } }));
    expect(run.outcome.gatewayLog).toBe(
      `${VERIFY_FAILED}:verify cert failed: SAN matcher, certificate SANs are [${HOST}]:TLS_error_end`,
    );
    expect(run.codes).toEqual(['8 TLS-HOST-MISMATCH']);
    expect(run.outcome.backendLog).toMatch(/alert certificate unknown:SSL alert number 46/);
  });

  it('trusts an intermediate alone, which nginx does not', async () => {
    const { deep, intermediate } = cast;
    const deepSetup = { trust: intermediate.certificatePem, backend: pem(deep) };
    expect((await play(setup(envoy, deepSetup))).outcome.stage).toBe('ok');
    expect((await play({ ...mutualSetup(cast), ...deepSetup })).codes).toEqual([
      '8 TLS-ROOT-MISSING',
    ]);
  });

  it.each([
    ['TLSv1.3', {}, /alert illegal parameter:SSL alert number 47/],
    ['TLSv1.2', oldTls, /^peer closed connection in SSL handshake/],
  ])('lacks digitalSignature in the key usage (%s)', async (_version, server, log) => {
    const run = await play(setup(envoy, { backend: pem(encipherOnly), server }));
    expect(run.outcome.gatewayLog).toBe(
      'TLS_error:|268435758:SSL routines:OPENSSL_internal:KEY_USAGE_BIT_INCORRECT:TLS_error_end',
    );
    expect(run.outcome.backendLog).toMatch(log);
    expect([run.codes, run.step(8)?.state]).toEqual([['8 TLS-KEY-USAGE'], 'failed']);
  });

  it('has a key usage that is none', async () => {
    const value = Uint8Array.of(0x04, 0x00);
    const odd = await makeLeaf(HOST, cast.root, {
      keyUsage: [],
      extensions: [{ oid: extensionOids.keyUsage, critical: false, value }],
    });
    const run = await play(setup(envoy, { backend: pem(odd) }));
    expect(run.outcome.gatewayLog).toBe(
      'TLS_error:|268435728:SSL routines:OPENSSL_internal:CANNOT_PARSE_LEAF_CERT:TLS_error_end',
    );
    expect(run.outcome.backendLog).toMatch(/alert illegal parameter:SSL alert number 47/);
    expect(run.step(8)?.summary).toBe('the key usage cannot be read');
  });

  it('may lack it in TLS 1.2 before Envoy 1.38, and always for nginx and agentgateway', async () => {
    const backend = pem(encipherOnly);
    const old = { ...envoy, version: '1.7' };
    expect((await play(setup(old, { backend, server: oldTls }))).outcome.stage).toBe('ok');
    expect((await play(setup(agentgateway, { backend }))).outcome.stage).toBe('ok');
    expect((await play({ ...mutualSetup(cast), backend })).outcome.stage).toBe('ok');
  });

  it('cannot be used in TLS 1.2 when its key is on P-384', async () => {
    const run = await play(setup(envoy, { backend: pem(p384), server: oldTls }));
    expect(run.outcome.gatewayLog).toMatch(/HANDSHAKE_FAILURE_ON_CLIENT_HELLO:TLS_error_end$/);
    expect(run.codes).toEqual(['7 TLS-CURVE-NOT-OFFERED']);
  });
});

describe('the gateway side of Envoy', () => {
  it('offers TLS 1.2 alone where nothing else is programmed, which a TLS 1.3 backend refuses', async () => {
    const kgateway = { ...envoy, implementation: 'kgateway', version: '2.4' } as const;
    const upstream = { ...kgateway, versions: ['TLSv1.2'] };
    const run = await play(setup(upstream, { server: { protocols: ['TLSv1.3'] } }));
    expect(run.outcome).toMatchObject({ causeStep: 3, client: { status: 503 } });
    expect(run.outcome.gatewayLog).toBe(
      'TLS_error:|268436526:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION:TLS_error_end',
    );
    expect(run.codes).toEqual(['3 TLS-NO-SHARED-VERSION']);
  });

  it('speaks TLS in vain to a plain port', async () => {
    const workload = { mode: 'plaintext' as const, servers: [] };
    const run = await play(setup(envoy, { workload }));
    expect(run.outcome.gatewayLog).toBe(
      'TLS_error:|268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end',
    );
  });

  it('has its P-384 key refused in TLS 1.2 by an OpenSSL backend', async () => {
    const own = await makeLeaf('gateway', cast.clientRoot, { keyAlgorithm: 'EC P-384' });
    const run = await play(setup(envoy, { client: pem(own), server: oldTls }));
    expect(run.outcome).toMatchObject({ causeStep: 5, surfacesAtStep: 9 });
    expect(run.outcome.gatewayLog).toMatch(/268436503:.*SSLV3_ALERT_ILLEGAL_PARAMETER/);
    expect(run.codes).toEqual(['5 TLS-CURVE-NOT-OFFERED']);
    expect(run.step(5)?.summary).toMatch(/^the key is on P-384/);
    expect((await play(setup(envoy, { client: pem(own) }))).outcome.stage).toBe('ok');
  });

  it('refuses a bundle with a damaged block as a whole', async () => {
    const trust = `${cast.root.certificatePem}-----BEGIN CERTIFICATE-----\nMII&#43;\n`;
    const run = await play(setup(envoy, { trust }));
    expect(run.outcome).toMatchObject({
      causeStep: 8,
      gatewayLog: 'Failed to load trusted CA certificates from <inline>',
    });
    expect(run.codes).toEqual(['8 TLS-GATEWAY-REFUSES-FILES']);
  });

  it('answers 503 itself when its control plane found the secret to be refused', async () => {
    const secretError = {
      secret: 'client-certificate',
      message: 'Failed to load certificate chain from <inline>',
      at: { objectId: 'client-secret', path: ['data', 'tls.crt'] },
      transportFailure: 'TLS error: Secret is not supplied by SDS',
      status: 503,
    } as const;
    const run = await play(setup(envoy, { upstream: { secretError } }));
    expect(run.outcome).toMatchObject({
      causeStep: 5,
      gatewayLog: secretError.message,
      client: { status: 503, text: '503 Service Unavailable' },
      answer: {
        flags: 'UF',
        details:
          'upstream_reset_before_response_started{remote_connection_failure|TLS_error:_Secret_is_not_supplied_by_SDS}',
        body: 'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure',
      },
    });
    expect(run.codes).toEqual([]);
  });

  it('checks no name without a matcher, with a warning', async () => {
    const run = await play(setup(envoy, { upstream: { sanMatchers: [] } }));
    expect(run.outcome.headline).toBe('Passes with 1 warning');
    expect(run.step(8)?.summary).toBe('path of 2, no name is checked');
  });
});

describe('a backend certificate that agentgateway refuses', () => {
  it('is told in the words of rustls, to the client as well', async () => {
    const run = await play(setup(agentgateway, { trust: cast.otherRoot.certificatePem }));
    const text = 'upstream call failed: Connect: invalid peer certificate: UnknownIssuer';
    expect(run.outcome).toMatchObject({
      causeStep: 8,
      gatewayLog: text,
      client: { status: 503, text: '503 Service Unavailable' },
      answer: { flags: null, details: null, body: text },
    });
    expect(run.codes).toEqual(['8 TLS-ISSUER-NOT-FOUND']);
    expect(run.wire.find(({ name }) => name === 'Alert')?.detail).toBe('unknown_ca');
  });

  it('names what the certificate is valid for', async () => {
    const run = await play(setup(agentgateway, { hostname: 'other.test' }));
    expect(run.outcome.gatewayLog).toBe(
      `upstream call failed: Connect: invalid peer certificate: certificate not valid for name "other.test"; certificate is only valid for DnsName("${HOST}")`,
    );
    expect(run.codes).toEqual(['8 TLS-HOST-MISMATCH']);
    expect(run.outcome.backendLog).toMatch(/alert bad certificate:SSL alert number 42/);
  });

  it('may have a name that fits one of several', async () => {
    const names = ['other.test', HOST].map((value) => ({ value: { ...NAME.value, value } }));
    const run = await play(
      setup(agentgateway, { upstream: { verifyNames: [], sanMatchers: names } }),
    );
    expect(run.outcome.stage).toBe('ok');
  });

  it('compares a URI byte by byte', async () => {
    const uri = { value: { san: 'uri', match: 'exact', value: 'spiffe://a/b' } } as const;
    const run = await play(
      setup(agentgateway, { upstream: { verifyNames: [], sanMatchers: [uri] } }),
    );
    expect(run.outcome.gatewayLog).toMatch(/invalid peer certificate: NotValidForName$/);
  });

  it('tells an expired certificate by the clock', async () => {
    const run = await play(setup(agentgateway, { at: '2027-03-01T00:00:00Z' }));
    expect(run.outcome.gatewayLog).toMatch(
      /invalid peer certificate: certificate expired: verification time 1803859200 \(UNIX\)/,
    );
    expect(run.codes).toContain('8 TLS-SERVER-CERT-EXPIRED');
  });

  it('takes an unreadable bundle for an empty one', async () => {
    const run = await play(setup(agentgateway, { trust: 'invalid' }));
    expect(run.outcome.gatewayLog).toMatch(/UnknownIssuer$/);
  });
});

describe('a client certificate that is not there', () => {
  it.each(EACH)('is the 400 of an nginx backend through %s', async (_name, upstream) => {
    const run = await play({ ...without(setup(upstream), 'client'), upstream });
    expect(run.outcome).toMatchObject({ causeStep: 5, client: { status: 400 } });
    expect(run.codes).toEqual(['5 TLS-CLIENT-CERT-MISSING']);
  });
});
