import { beforeAll, describe, expect, it } from 'vitest';
import { makeCa, makeLeaf, TEST_START } from '../pki/issuing/chain.testing.ts';
import { without } from './handshake.testing.ts';
import { HOST, issueCast, mutualSetup, play, type Cast } from './play.testing.ts';

const DAY = 86_400_000;

let cast: Cast;
beforeAll(async () => {
  cast = await issueCast();
});
const mutual = () => mutualSetup(cast);

describe('a handshake in order', () => {
  it('passes all eleven steps with both keys proven', async () => {
    const run = await play(mutual());
    expect(run.outcome).toMatchObject({ stage: 'ok', headline: 'All 11 steps pass', warnings: 0 });
    expect(run.marked).toEqual([]);
    expect(run.codes).toEqual([]);
    expect(run.step(5)?.summary).toBe('CN=gateway, key matches the certificate');
    expect(run.step(7)?.summary).toBe(`CN=${HOST}, key matches, SAN ${HOST}`);
    expect(run.step(9)?.summary).toBe('TLS 1.3, AES-256-GCM');
  });

  it('has steps 1 to 3 and 7 to 11 only when the backend asks for no certificate', async () => {
    const setup = without(mutual(), 'client', 'clientCa');
    const run = await play(setup);
    expect(run.outcome).toMatchObject({ stage: 'ok', headline: 'All 8 steps pass' });
    expect(run.marked).toEqual(['4 not-applicable', '5 not-applicable', '6 not-applicable']);
    expect(run.wire.map(({ name }) => name)).not.toContain('CertificateRequest');
  });

  it('notes a client certificate that nobody asks for', async () => {
    const setup = without(mutual(), 'clientCa');
    expect((await play(setup)).codes).toEqual(['4 TLS-CLIENT-CERT-NOT-ASKED']);
  });

  it('sends the messages in the order of TLS 1.3, the server certificate first', async () => {
    const run = await play(mutual());
    expect(run.wire.map(({ from, name }) => `${from} ${name}`)).toEqual([
      'client HTTP request',
      'gateway ClientHello',
      'backend ServerHello',
      'backend EncryptedExtensions',
      'backend CertificateRequest',
      'backend Certificate',
      'backend CertificateVerify',
      'backend Finished',
      'gateway Certificate',
      'gateway CertificateVerify',
      'gateway Finished',
      'gateway HTTP request',
      'backend HTTP response',
      'gateway HTTP response',
    ]);
    expect(run.step(5)?.wire.map(({ order }) => order)).toEqual([9, 10]);
  });

  it('sends the messages in the order of TLS 1.2 when the backend allows no more', async () => {
    const run = await play({ ...mutual(), server: { protocols: ['TLSv1.2'] } });
    expect(run.step(9)?.summary).toBe('TLS 1.2, AES-256-GCM');
    expect(run.wire.map(({ name }) => name).slice(1, 8)).toEqual([
      'ClientHello',
      'ServerHello',
      'Certificate',
      'ServerKeyExchange',
      'CertificateRequest',
      'ServerHelloDone',
      'Certificate',
    ]);
  });

  it('warns of what ends within 30 days, on both sides', async () => {
    const soon = { notAfter: TEST_START + 80 * DAY };
    const server = await makeLeaf(HOST, cast.root, soon);
    const client = await makeLeaf('gateway', cast.clientRoot, soon);
    const run = await play({
      ...mutual(),
      backend: { chain: server.certificatePem, key: server.keyPem },
      client: { chain: client.certificatePem, key: client.keyPem },
    });
    expect(run.outcome.headline).toBe('Passes with 2 warnings');
    expect(run.marked).toEqual(['6 warning', '8 warning']);
    expect(run.codes).toEqual(['8 TLS-CERT-EXPIRES-SOON', '6 TLS-CERT-EXPIRES-SOON']);
    expect(run.findings[0]?.params).toMatchObject({ date: '22 Mar 2026', days: '21 days' });
  });
});

describe('a backend certificate that the gateway refuses', () => {
  it('is told as a missing intermediate when the workspace proves it', async () => {
    const { deep, intermediate } = cast;
    const run = await play({
      ...mutual(),
      backend: { chain: deep.certificatePem, key: deep.keyPem },
      shelf: { 'intermediate.pem': intermediate.certificatePem },
    });
    expect(run.outcome.headline).toBe('Fails at step 8');
    expect(run.codes).toEqual(['8 TLS-MISSING-INTERMEDIATE']);
    expect(run.findings[0]).toMatchObject({
      subject: { kind: 'object', objectId: 'app-secret' },
      params: {
        found: 'Intermediate',
        foundIn: 'intermediate.pem',
        issuerCertificate: intermediate.certificate.fingerprint,
      },
    });
    expect(run.step(8)?.issuersTried.at(-1)).toMatchObject({
      state: 'would-fit',
      reasons: [
        'Signature verifies',
        'not in any manifest yet',
        'no root: its own issuer is needed too',
      ],
    });
  });

  it('passes once the intermediate is presented too', async () => {
    const { deep, intermediate } = cast;
    const chain = deep.certificatePem + intermediate.certificatePem;
    const run = await play({ ...mutual(), backend: { chain, key: deep.keyPem } });
    expect(run.outcome.headline).toBe('All 11 steps pass');
    expect(run.step(8)?.chain).toHaveLength(3);
  });

  it('is told as the wrong CA when it comes with its own intermediate', async () => {
    const { deep, intermediate, otherRoot } = cast;
    const chain = deep.certificatePem + intermediate.certificatePem;
    const run = await play({
      ...mutual(),
      trust: otherRoot.certificatePem,
      backend: { chain, key: deep.keyPem },
    });
    expect(run.codes).toEqual(['8 TLS-CA-DID-NOT-ISSUE']);
    expect(run.outcome.gatewayLog).toContain('(20:unable to get local issuer certificate)');
  });

  it('is told as the wrong CA when the trusted one has the same name and another key', async () => {
    const namesake = await makeCa('Root');
    const run = await play({ ...mutual(), trust: namesake.certificatePem });
    expect(run.codes).toEqual(['8 TLS-CA-DID-NOT-ISSUE']);
  });

  it('leaves open which certificate is missing when nothing in the workspace issued it', async () => {
    const run = await play({ ...mutual(), trust: cast.otherRoot.certificatePem });
    expect(run.codes).toEqual(['8 TLS-ISSUER-NOT-FOUND']);
    expect(run.findings[0]?.params).not.toHaveProperty('issuerCertificate');
    expect(run.step(8)?.checks.find(({ title }) => title === 'Signatures')?.state).toBe(
      'not-checked',
    );
  });

  it('shows both names when none matches', async () => {
    const run = await play({ ...mutual(), hostname: 'other.example.com' });
    expect(run.outcome.gatewayLog).toBe(
      'upstream SSL certificate does not match "other.example.com" while SSL handshaking to upstream',
    );
    expect(run.step(8)?.evidence).toMatchObject({
      expected: { value: 'other.example.com' },
      found: { label: 'DNS names in the certificate', value: HOST },
    });
    expect(run.codes).toEqual(['8 TLS-HOST-MISMATCH']);
    expect(run.findings[0]?.params).toMatchObject({ firstName: HOST });
  });

  it('is not read at all when the trusted CA is no PEM: the gateway keeps its configuration', async () => {
    const run = await play({ ...mutual(), trust: 'no PEM' });
    expect(run.outcome).toMatchObject({
      stage: 'config',
      causeStep: 8,
      client: { status: null },
      gatewayLog:
        'cannot load certificate "/etc/nginx/secrets/ca.crt": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)',
    });
    expect(run.codes).toEqual(['8 TLS-NGINX-RELOAD-FAILS']);
    expect(run.step(5)).toMatchObject({ state: 'not-reached', wouldBe: { state: 'passed' } });
    expect(run.wire.some(({ happened }) => happened)).toBe(false);
  });
});

describe('a client certificate that the backend refuses', () => {
  it('decides at step 6 and shows at step 10 as 400', async () => {
    const run = await play({ ...mutual(), clientCa: cast.otherRoot.certificatePem });
    expect(run.outcome).toMatchObject({
      stage: 'http',
      causeStep: 6,
      surfacesAtStep: 10,
      gatewayLog: null,
      backendLog:
        'client SSL certificate verify error: (21:unable to verify the first certificate) while reading client request headers',
      client: { status: 400, text: '400 The SSL certificate error' },
    });
    expect(run.marked).toEqual(['6 decisive', '10 failed', '11 failed']);
    expect(run.codes).toEqual(['6 TLS-CLIENT-CERT-NOT-TRUSTED']);
  });

  it('leaves the answer open when the software of the backend is not known', async () => {
    const run = await play({
      ...mutual(),
      clientCa: cast.otherRoot.certificatePem,
      workload: { software: 'unknown', origin: 'assigned' },
    });
    expect(run.outcome).toMatchObject({
      causeStep: 6,
      gatewayLog: null,
      backendLog: null,
      client: { status: null },
    });
  });
  it.each([
    ['go', 'tls alert bad certificate'],
    ['openssl', 'tlsv1 alert unknown ca'],
  ] as const)('ends with the alert of a strict backend: %s', async (software, alert) => {
    const run = await play({
      ...mutual(),
      clientCa: cast.otherRoot.certificatePem,
      workload: { software, origin: 'assigned' },
    });
    expect(run.outcome).toMatchObject({ causeStep: 6, client: { status: 502 } });
    expect(run.outcome.gatewayLog).toContain(alert);
  });

  it('is accepted by optional_no_ca, with a warning', async () => {
    const run = await play({
      ...mutual(),
      clientCa: cast.otherRoot.certificatePem,
      server: { verifyClient: 'optional_no_ca' },
    });
    expect(run.outcome.headline).toBe('Passes with 1 warning');
    expect(run.marked).toEqual(['6 warning']);
  });
});

describe('a key that does not belong to its certificate', () => {
  it('keeps an nginx backend from starting', async () => {
    const { server, deep } = cast;
    const run = await play({
      ...mutual(),
      backend: { chain: server.certificatePem, key: deep.keyPem },
    });
    expect(run.outcome).toMatchObject({
      stage: 'config',
      causeStep: 7,
      surfacesAtStep: 3,
      backendLog:
        'SSL_CTX_use_PrivateKey("/etc/nginx/ssl/tls.key") failed (SSL: error:05800074:x509 certificate routines::key values mismatch)',
    });
    expect(run.codes).toEqual(['7 TLS-KEY-MISMATCH']);
    expect(run.findings[0]?.field).toEqual({ objectId: 'app-secret', path: ['data', 'tls.key'] });
  });

  it('loads and cannot sign when it is of another type', async () => {
    const { server, rsa } = cast;
    const run = await play({
      ...mutual(),
      backend: { chain: server.certificatePem, key: rsa.keyPem },
    });
    expect(run.outcome).toMatchObject({ stage: 'tls', causeStep: 7, client: { status: 502 } });
    expect(run.codes).toEqual(['7 TLS-KEY-CANNOT-SIGN']);
  });

  it('makes the gateway present nothing when it is of another type', async () => {
    const { client, rsa } = cast;
    const run = await play({
      ...mutual(),
      client: { chain: client.certificatePem, key: rsa.keyPem },
    });
    expect(run.outcome).toMatchObject({ causeStep: 5, client: { status: 400 } });
    expect(run.codes).toEqual(['5 TLS-KEY-CANNOT-SIGN']);
  });

  it('is not proven when it is not among the files', async () => {
    const run = await play({ ...mutual(), backend: { chain: cast.server.certificatePem } });
    expect(run.marked).toEqual(['7 not-proven']);
    expect(run.outcome).toMatchObject({ stage: 'ok', headline: 'Passes with 1 warning' });
  });

  describe('of a host outside the cluster', () => {
    const outside = { assignmentTarget: 'host:pay.example:443', origin: 'assigned' } as const;

    it('goes with the chain that the host is said to present', async () => {
      const { server } = cast;
      const run = await play({
        ...mutual(),
        backend: { chain: server.certificatePem },
        workload: outside,
      });
      expect(run.marked).toEqual([]);
      expect(run.outcome).toMatchObject({ stage: 'ok', headline: 'All 11 steps pass' });
      expect(run.step(7)?.summary).toContain('key held by the host');
      expect(run.step(7)?.explanation).toContain('pay.example is outside the cluster. You said');
    });

    it('is proven when it is given all the same, and refused when it is another', async () => {
      const { server, deep } = cast;
      const chain = server.certificatePem;
      const own = await play({
        ...mutual(),
        backend: { chain, key: server.keyPem },
        workload: outside,
      });
      expect(own.outcome.headline).toBe('All 11 steps pass');
      const other = await play({
        ...mutual(),
        backend: { chain, key: deep.keyPem },
        workload: outside,
      });
      expect(other.outcome.headline).toBe('Fails at step 7');
    });

    it('hides no warning of something else', async () => {
      const soon = await makeLeaf(HOST, cast.root, { notAfter: TEST_START + 80 * DAY });
      const run = await play({
        ...mutual(),
        backend: { chain: soon.certificatePem },
        workload: outside,
      });
      expect(run.outcome).toMatchObject({ headline: 'Passes with 1 warning', warnings: 1 });
    });
  });
});
