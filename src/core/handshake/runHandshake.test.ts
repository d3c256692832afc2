import { beforeAll, describe, expect, it } from 'vitest';
import { makeCa, makeLeaf, TEST_START } from '../pki/issuing/chain.testing.ts';
import type { IssuedCertificate } from '../pki/issuing/types.ts';
import { testRequest, without, type TestSetup } from './handshake.testing.ts';
import { examineHandshake } from './runHandshake.ts';

const HOST = 'secure-app.example.com';
const DAY = 86_400_000;
const AT = '2026-03-01T00:00:00Z';

interface Cast {
  readonly root: IssuedCertificate;
  readonly intermediate: IssuedCertificate;
  readonly otherRoot: IssuedCertificate;
  readonly clientRoot: IssuedCertificate;
  readonly server: IssuedCertificate;
  readonly deep: IssuedCertificate;
  readonly client: IssuedCertificate;
  readonly rsa: IssuedCertificate;
}

let cast: Cast;

beforeAll(async () => {
  const root = await makeCa('Root');
  const intermediate = await makeCa('Intermediate', root);
  const clientRoot = await makeCa('Client Root');
  cast = {
    root,
    intermediate,
    otherRoot: await makeCa('Other Root'),
    clientRoot,
    server: await makeLeaf(HOST, root),
    deep: await makeLeaf(HOST, intermediate),
    client: await makeLeaf('gateway', clientRoot),
    rsa: await makeLeaf(HOST, root, { keyAlgorithm: 'RSA 2048' }),
  };
});

/** Mutual TLS in which everything is in order. */
function mutual(): TestSetup {
  const { root, server, client, clientRoot } = cast;
  return {
    at: AT,
    trust: root.certificatePem,
    backend: { chain: server.certificatePem, key: server.keyPem },
    client: { chain: client.certificatePem, key: client.keyPem },
    clientCa: clientRoot.certificatePem,
  };
}

async function play(setup: TestSetup) {
  const { handshake, findings } = await examineHandshake(testRequest(setup));
  const step = (n: number) => handshake.steps[n - 1];
  const marked = handshake.steps
    .filter(({ state }) => state !== 'passed')
    .map(({ n, state, role }) => `${n} ${role ?? state}`);
  const codes = findings.map((finding) => `${finding.step ?? ''} ${finding.code}`);
  return { ...handshake, step, marked, codes, findings };
}

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

  it('is told as the wrong CA when nothing in the workspace issued it', async () => {
    const run = await play({ ...mutual(), trust: cast.otherRoot.certificatePem });
    expect(run.codes).toEqual(['8 TLS-CA-DID-NOT-ISSUE']);
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
});

describe('a gateway without TLS', () => {
  const plaintext = { mode: 'plaintext' as const };

  it('gets 400 from a TLS port', async () => {
    const run = await play({ ...mutual(), upstream: plaintext });
    expect(run.outcome).toMatchObject({
      stage: 'http',
      causeStep: 2,
      surfacesAtStep: 10,
      client: { status: 400, text: '400 The plain HTTP request was sent to HTTPS port' },
      backendLog:
        'client sent plain HTTP request to HTTPS port while reading client request headers',
    });
    expect(run.marked.slice(0, 2)).toEqual(['2 decisive', '3 not-reached']);
    expect(run.codes).toEqual(['2 TLS-PLAINTEXT-TO-TLS-PORT']);
  });

  it('passes without TLS to a plain port', async () => {
    const workload = { mode: 'plaintext' as const, servers: [] };
    const run = await play({ ...mutual(), upstream: plaintext, workload });
    expect(run.outcome).toMatchObject({ stage: 'ok', headline: 'Passes without TLS' });
    expect(run.codes).toEqual([]);
  });

  it('answers 500 itself when the policy is refused', async () => {
    const upstream = {
      mode: 'blocked' as const,
      blockedStatus: 500,
      reason: 'The policy is refused',
    };
    const run = await play({ ...mutual(), upstream });
    expect(run.outcome).toMatchObject({
      stage: 'config',
      causeStep: 2,
      surfacesAtStep: 11,
      client: { status: 500, text: '500 Internal Server Error' },
      gatewayLog: null,
    });
    expect(run.step(11)?.wouldBe?.text).toBe('client gets 500 Internal Server Error instead');
    expect(run.codes).toEqual([]);
  });

  it('starts TLS in vain on a plain port', async () => {
    const workload = { mode: 'plaintext' as const, servers: [] };
    const run = await play({ ...mutual(), workload });
    expect(run.outcome).toMatchObject({ causeStep: 3, client: { status: 502 } });
    expect(run.codes).toEqual(['3 TLS-TO-PLAINTEXT-PORT']);
  });
});

describe('what is not known', () => {
  it('is named and not guessed', async () => {
    const unknowns = ['What listens on port 8443 of secure-app is not among the files.'];
    const run = await play({
      ...mutual(),
      workload: { mode: 'unknown', software: 'unknown', origin: 'none', servers: [], unknowns },
    });
    expect(run.outcome).toMatchObject({ stage: 'not-checked', headline: 'Not checked' });
    expect(run.marked).toEqual([4, 5, 6, 7, 8, 9, 10, 11].map((n) => `${n} not-checked`));
    expect(run.step(7)?.explanation).toBe(unknowns[0]);
    expect(run.codes).toEqual([]);
  });

  it('does not hide a failure that is certain', async () => {
    const setup = without(mutual(), 'clientCa');
    const run = await play({
      ...setup,
      trust: cast.otherRoot.certificatePem,
      server: { verifyClient: 'on' },
    });
    expect(run.outcome.headline).toBe('Fails at step 8');
    expect(run.step(6)?.state).toBe('not-checked');
  });

  it('leaves step 8 open until the system CA list is loaded', async () => {
    const from = { objectId: 'backend-tls', path: ['spec'] };
    const run = await play({ ...mutual(), upstream: { trust: { kind: 'system', from } } });
    expect(run.outcome.headline).toBe('Not checked');
    expect(run.step(8)?.summary).toBe('the system CA list is not loaded');
  });

  it('is everything for a gateway without verdicts in this build', async () => {
    const run = await play({ ...mutual(), upstream: { implementation: 'kgateway' } });
    expect(run.outcome.headline).toBe('Not checked');
    expect(run.marked).toHaveLength(11);
  });
});
