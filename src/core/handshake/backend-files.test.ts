import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../model/index.ts';
import type { BackendTls } from '../workload/types.ts';
import { handshakeWording, type HandshakeFindingCode } from './findings.ts';
import { issueCast, mutualSetup, play, type Cast } from './play.testing.ts';

type Who = BackendTls['software'] | 'echo-basic';

let cast: Cast;
beforeAll(async () => {
  cast = await issueCast();
});

const CRT = '/etc/nginx/ssl/tls.crt';
const KEY = '/etc/nginx/ssl/tls.key';
const CA = '/etc/nginx/ssl/ca.crt';
const PEM_BLOCK = (body: string): string =>
  `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
const sealed = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'x',
});

/** Files of a backend with one thing wrong. */
const troubles = {
  'empty certificate': () => ({ chain: '', key: cast.server.keyPem }),
  garbage: () => ({ chain: 'garbage\n', key: cast.server.keyPem }),
  'a block without certificate': () => ({ chain: PEM_BLOCK('aGVsbG8='), key: cast.server.keyPem }),
  'a later block damaged': () => ({
    chain: cast.server.certificatePem + PEM_BLOCK('MII!!!'),
    key: cast.server.keyPem,
  }),
  'empty key': () => ({ chain: cast.server.certificatePem, key: '' }),
  'certificate for key': () => ({
    chain: cast.server.certificatePem,
    key: cast.server.certificatePem,
  }),
  'encrypted key': () => ({ chain: cast.server.certificatePem, key: sealed.toString() }),
  'another key': () => ({ chain: cast.server.certificatePem, key: cast.deep.keyPem }),
  'RSA key': () => ({ chain: cast.server.certificatePem, key: cast.rsa.keyPem }),
} as const;

function workload(who: Who): Partial<BackendTls> {
  if (who === 'nginx') return {};
  if (who === 'echo-basic') return { software: 'go', origin: 'environment' };
  return { software: who, origin: 'assigned' };
}

function run(who: Who, trouble: keyof typeof troubles) {
  return play({ ...mutualSetup(cast), backend: troubles[trouble](), workload: workload(who) });
}

/** Step 7, the backend's log and the finding of the handshake. */
async function told(who: Who, trouble: keyof typeof troubles) {
  const played = await run(who, trouble);
  const step = played.step(7);
  return {
    state: step?.state,
    summary: step?.summary,
    found: step?.evidence?.found,
    log: played.outcome.backendLog,
    codes: played.codes,
  };
}

/** Title, detail, action and source of the first finding. */
function wordsOf([finding]: readonly Finding<HandshakeFindingCode>[]) {
  if (finding === undefined) return [];
  const { title, detail, action, source } = handshakeWording[finding.code];
  const { params } = finding;
  return [title(params), detail(params), action(params), finding.source ?? source];
}

const EMERG_MISMATCH = `SSL_CTX_use_PrivateKey("${KEY}") failed (SSL: error:05800074:x509 certificate routines::key values mismatch)`;
const NO_PEM = 'tls: failed to find any PEM data in certificate input';
const NO_KEY = 'tls: failed to find any PEM data in key input';
const panic = (text: string): string => `panic: Failed to start listening: ${text}`;

describe('a certificate and key that the software of the backend refuses', () => {
  // Words of Go 1.26.8 tls.X509KeyPair, echo-basic's main, Node 20.20.2, openssl s_server 3.0.19 and nginx.
  it.each<[Who, keyof typeof troubles, says: string, log: string | null]>([
    ['nginx', 'another key', EMERG_MISMATCH, EMERG_MISMATCH],
    ['go', 'empty certificate', NO_PEM, null],
    ['go', 'garbage', NO_PEM, null],
    ['go', 'a block without certificate', 'x509: malformed certificate', null],
    ['go', 'empty key', NO_KEY, null],
    [
      'go',
      'certificate for key',
      'tls: found a certificate rather than a key in the PEM for the private key',
      null,
    ],
    ['go', 'encrypted key', 'tls: failed to parse private key', null],
    ['go', 'another key', 'tls: private key does not match public key', null],
    ['go', 'RSA key', 'tls: private key type does not match public key type', null],
    ['echo-basic', 'empty certificate', NO_PEM, panic(NO_PEM)],
    ['echo-basic', 'empty key', NO_KEY, panic(NO_KEY)],
    [
      'echo-basic',
      'another key',
      'tls: private key does not match public key',
      panic('tls: private key does not match public key'),
    ],
    [
      'echo-basic',
      'RSA key',
      'tls: private key type does not match public key type',
      panic('tls: private key type does not match public key type'),
    ],
    [
      'openssl',
      'another key',
      'error:05800074:x509 certificate routines::key values mismatch',
      null,
    ],
    ['openssl', 'RSA key', 'Private key does not match the certificate public key', null],
    ['node', 'empty certificate', 'error:0480006C:PEM routines::no start line', null],
    ['node', 'a later block damaged', 'error:04800064:PEM routines::bad base64 decode', null],
    ['node', 'empty key', 'error:1E08010C:DECODER routines::unsupported', null],
    ['node', 'certificate for key', 'error:1E08010C:DECODER routines::unsupported', null],
    ['node', 'another key', 'error:05800074:x509 certificate routines::key values mismatch', null],
  ])('%s, %s', async (who, trouble, says, log) => {
    const name = { go: 'Go', openssl: 'OpenSSL', node: 'Node.js', unknown: '' };
    const process = who === 'nginx' || who === 'echo-basic' ? who : name[who];
    const mismatch = ['another key', 'RSA key'].includes(trouble);
    expect(await told(who, trouble)).toMatchObject({
      state: 'failed',
      summary: `${process} cannot load the certificate and key`,
      found: { label: `${process} says`, value: says },
      log,
      codes: [mismatch ? '7 TLS-KEY-MISMATCH' : '7 TLS-BACKEND-DOES-NOT-START'],
    });
  });

  it.each<[Who, keyof typeof troubles, found: string]>([
    ['openssl', 'garbage', `no PEM certificate stands in ${CRT}`],
    ['openssl', 'a block without certificate', `a PEM block in ${CRT} holds no certificate`],
    ['openssl', 'empty key', `no private key in PEM stands in ${KEY}`],
  ])('%s, %s: in our words where those of the program differ', async (who, trouble, found) => {
    expect(await told(who, trouble)).toMatchObject({
      state: 'failed',
      found: { label: 'Found', value: found },
      log: null,
      codes: ['7 TLS-BACKEND-DOES-NOT-START'],
    });
  });

  it.each<[Who, keyof typeof troubles, why: string]>([
    [
      'openssl',
      'encrypted key',
      `The private key in ${KEY} is encrypted. It is not known whether the program knows its password.`,
    ],
    [
      'openssl',
      'a later block damaged',
      `A PEM block in ${CRT} is damaged. It is not known whether a program on OpenSSL takes the file, which depends on how it reads it.`,
    ],
    [
      'node',
      'encrypted key',
      `The private key in ${KEY} is encrypted. It is not known whether the program has its passphrase.`,
    ],
    [
      'unknown',
      'garbage',
      `No PEM certificate stands in ${CRT}. It is not known what the backend makes of it, because its software is not known.`,
    ],
  ])('%s, %s: not known', async (who, trouble, why) => {
    const played = await run(who, trouble);
    expect(played.step(7)).toMatchObject({ state: 'not-checked', explanation: why });
    expect(played.outcome).toMatchObject({ stage: 'not-checked', backendLog: null });
  });

  it.each(['another key', 'RSA key'] as const)(
    'fails with software that nobody has named, in no words: %s',
    async (trouble) => {
      const played = await run('unknown', trouble);
      expect(played.step(7)).toMatchObject({
        state: 'failed',
        summary: 'the key does not belong to the certificate',
        explanation: `secure-app cannot prove this certificate: the private key in ${KEY} is not that of the certificate. Whether it gives up at start or fails in every handshake, and what its log says, depends on its software, which is not known.`,
        rule: 'RFC 8446, section 4.4.3',
      });
      expect(played.outcome).toMatchObject({
        backendLog: null,
        client: {
          status: null,
          text: 'An error: whether the backend starts with such files depends on its software',
        },
      });
    },
  );

  it('takes in Go what stands before a damaged block', async () => {
    const played = await run('go', 'a later block damaged');
    expect([played.outcome.stage, played.codes]).toEqual(['ok', []]);
  });

  it.each(['nginx', 'node'] as const)('loads a key of another type in %s', async (who) => {
    const played = await run(who, 'RSA key');
    const process = who === 'nginx' ? 'nginx' : 'Node.js';
    expect(played.step(7)?.explanation).toBe(
      `The key of secure-app is of another type than its certificate. ${process} loads both and cannot use them.`,
    );
  });
});

describe('the words of the finding', () => {
  const words = async (who: Who, trouble: keyof typeof troubles) => {
    return wordsOf((await run(who, trouble)).findings);
  };

  it('are those of Go', async () => {
    expect(await words('go', 'empty certificate')).toEqual([
      'secure-app does not start because of app-secret',
      `Go says: ${NO_PEM}`,
      'Repair the certificates in app-secret: PEM as Go reads it, every block complete and at the start of a line.',
      'Go crypto/tls X509KeyPair',
    ]);
  });

  it('are those of nginx', async () => {
    expect(await words('nginx', 'empty certificate')).toEqual([
      'secure-app does not start because of app-secret',
      `nginx says: cannot load certificate "${CRT}": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)`,
      'Repair the certificates in app-secret: PEM as OpenSSL reads it, every block complete.',
      'nginx ngx_http_ssl_merge_srv_conf; OpenSSL PEM_read_bio_X509_AUX',
    ]);
  });

  it("are nobody's where the software is not known", async () => {
    expect((await words('unknown', 'another key')).slice(0, 2)).toEqual([
      'The key in app-secret does not belong to the certificate',
      'A signature made with the key does not verify with the public key of the certificate.',
    ]);
  });
});

describe('a client CA that the software of the backend refuses', () => {
  const clientCa = (who: Who, text: string) =>
    play({ ...mutualSetup(cast), clientCa: text, workload: workload(who) });

  it.each<[Who, says: string, log: string | null]>([
    [
      'nginx',
      `cannot load certificate "${CA}": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)`,
      `cannot load certificate "${CA}": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)`,
    ],
    ['go', 'AppendCertsFromPEM returns false', null],
    [
      'echo-basic',
      `unable to append certificate in "${CA}" to CA pool`,
      `panic: Failed to start listening: unable to append certificate in "${CA}" to CA pool`,
    ],
    ['openssl', 'error:05800088:x509 certificate routines::no certificate or crl found', null],
  ])('%s: without a certificate', async (who, says, log) => {
    const played = await clientCa(who, 'garbage\n');
    const names: Partial<Record<Who, string>> = { go: 'Go', openssl: 'OpenSSL' };
    const process = names[who] ?? who;
    expect(played.step(6)).toMatchObject({
      state: 'failed',
      summary: `${process} cannot load the client CA`,
      evidence: { found: { label: `${process} says`, value: says } },
    });
    expect(played.codes).toEqual(['6 TLS-BACKEND-DOES-NOT-START']);
    expect(played.outcome.backendLog).toBe(log);
  });

  it('leaves to the Go program whether it starts', async () => {
    const played = await clientCa('go', '');
    expect(played.step(6)?.explanation).toBe(
      'Go takes no certificate from the client CA: AppendCertsFromPEM returns false. The program of secure-app either gives up at start or refuses every client certificate, and what its log says depends on it.',
    );
    expect(wordsOf(played.findings)[0]).toBe('secure-app cannot use the certificates in client-ca');
  });

  it('is told by echo-basic before the pair, which it reads later', async () => {
    const both = { ...mutualSetup(cast), clientCa: '', backend: troubles['another key']() };
    const played = await play({ ...both, workload: workload('echo-basic') });
    expect(played.outcome).toMatchObject({
      causeStep: 6,
      backendLog: panic(`unable to append certificate in "${CA}" to CA pool`),
    });
    const nginx = await play(both);
    expect(nginx.outcome).toMatchObject({ causeStep: 7, backendLog: EMERG_MISMATCH });
  });

  it('with a damaged later block stops OpenSSL, and Go and Node pass over the block', async () => {
    const text = cast.clientRoot.certificatePem + PEM_BLOCK('MII!!!');
    const openssl = await clientCa('openssl', text);
    expect(openssl.step(6)?.evidence?.found?.value).toBe(
      'error:04800064:PEM routines::bad base64 decode error:05880009:x509 certificate routines::PEM lib',
    );
    expect((await clientCa('go', text)).outcome.stage).toBe('ok');
    expect((await clientCa('node', text)).outcome.stage).toBe('ok');
  });

  it('is passed over by Node.js, which then trusts nobody', async () => {
    const played = await clientCa('node', 'garbage\n');
    expect(played.outcome.causeStep).toBe(6);
    expect(played.step(6)?.explanation).toContain(
      `Node.js takes the certificates in ${CA} up to the first block that it cannot read, without a word.`,
    );
  });

  it('is not known where the software is not', async () => {
    const played = await clientCa('unknown', 'garbage\n');
    expect(played.step(6)).toMatchObject({
      state: 'not-checked',
      summary: 'the client CA is not known',
      explanation: `No PEM certificate stands in ${CA}. It is not known what the backend makes of it, because its software is not known.`,
    });
  });
});
