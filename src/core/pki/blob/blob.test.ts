import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64 } from '../base64.ts';
import { makeCa, makeLeaf, testCrypto, TEST_START } from '../issuing/chain.testing.ts';
import type { IssuedCertificate } from '../issuing/types.ts';
import { proveKey } from '../keys/prove-key.ts';
import { loadBlob } from './load-blob.ts';
import { unlockBlob } from './unlock-blob.ts';

const PASSWORD = 'pässwörd 1';
const insecureCrypto = {
  getRandomValues: testCrypto.getRandomValues.bind(testCrypto),
} as unknown as Crypto;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const load = (bytes: Uint8Array, password?: string): ReturnType<typeof loadBlob> =>
  loadBlob(bytes, { crypto: testCrypto, ...(password === undefined ? {} : { password }) });

let ca: IssuedCertificate;
let leaf: IssuedCertificate;
beforeAll(async () => {
  ca = await makeCa('Blob CA');
  leaf = await makeLeaf('catalog.shop.example', ca);
});

const locked = (type: 'pkcs8' | 'sec1'): string =>
  createPrivateKey(leaf.keyPem)
    .export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSWORD })
    .toString();

describe('loadBlob on PEM and DER', () => {
  it('reads certificates and a key with text around them', async () => {
    const text = `subject\n${leaf.certificatePem}${ca.certificatePem}\n${leaf.keyPem}`;
    const contents = await load(utf8(text));
    expect(contents).toMatchObject({
      kind: 'pem',
      content: 'certificates-and-key',
      locked: false,
      problems: [],
    });
    expect(contents.pem).toBe(text);
    expect(contents.certificates.map((each) => each.fingerprint)).toEqual([
      leaf.certificate.fingerprint,
      ca.certificate.fingerprint,
    ]);
    expect(contents.fileProblem).toBeUndefined();
  });

  it('reads DER, DER with a line end behind it, and base64 of both DER and PEM', async () => {
    const { der, fingerprint } = leaf.certificate;
    for (const bytes of [
      der,
      Uint8Array.of(...der, 0x0a),
      utf8(encodeBase64(der)),
      utf8(encodeBase64(utf8(leaf.certificatePem))),
    ]) {
      const contents = await load(bytes);
      expect(contents.content).toBe('certificates');
      expect(contents.certificates.map((each) => each.fingerprint)).toEqual([fingerprint]);
    }
  });

  it('unlocks an encrypted key with its password only', async () => {
    const bytes = utf8(locked('pkcs8'));
    expect(await load(bytes)).toMatchObject({
      content: 'locked',
      locked: true,
      fileProblem: { code: 'FILE-LOCKED' },
    });
    expect(await load(bytes, 'wrong')).toMatchObject({ content: 'locked' });
    const opened = await load(bytes, PASSWORD);
    expect(opened).toMatchObject({ content: 'private-key', locked: false });
    expect(await proveKey(leaf.certificate, opened.pem, testCrypto)).toBe('proven');
  });

  it('says which old encryption a DEK-Info key has', async () => {
    const bytes = utf8(locked('sec1'));
    expect(await load(bytes)).toMatchObject({
      content: 'not-understood',
      problems: [{ code: 'KEY-LEGACY-ENCRYPTION' }],
    });
    expect(await unlockBlob(bytes, PASSWORD, testCrypto)).toMatchObject({
      ok: false,
      reason: 'unsupported',
      problem: { code: 'KEY-LEGACY-ENCRYPTION' },
      message: expect.stringContaining('openssl pkcs8 -topk8') as string,
    });
  });

  it('says why it cannot open on a plain-http origin', async () => {
    expect(await unlockBlob(utf8(locked('pkcs8')), PASSWORD, insecureCrypto)).toMatchObject({
      ok: false,
      problem: { code: 'FILE-NEEDS-SECURE-ORIGIN' },
    });
  });

  const foreign: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', new Uint8Array(), 'FILE-EMPTY'],
    ['a Java keystore', Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2), 'FILE-JAVA-KEYSTORE'],
    ['an SSH public key', utf8('ssh-ed25519 AAAAC3 me@host'), 'FILE-NOT-UNDERSTOOD'],
    ['half a certificate', Uint8Array.of(0x30, 0x82, 0x03, 0x00, 0x30), 'FILE-NOT-UNDERSTOOD'],
    [
      'a PGP message',
      utf8('-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----\n'),
      'FILE-NOT-UNDERSTOOD',
    ],
  ];
  it.each(foreign)('does not understand %s, and says so', async (_, bytes, code) => {
    const contents = await load(bytes);
    expect(contents).toMatchObject({ content: 'not-understood', fileProblem: { code } });
  });

  it('never throws', async () => {
    const start = fc.constantFrom(
      [],
      [0x30],
      [0x30, 0x80, 0x02, 0x01, 0x03],
      [0x30, 0x82, 0x00, 0x20],
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 80 }), async (prefix, bytes) => {
        const contents = await load(Uint8Array.of(...prefix, ...bytes), 'x');
        expect(contents.certificates).toEqual([]);
      }),
    );
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) console.warn('blob.test.ts: openssl is not installed, its containers are skipped');

describe.skipIf(!hasOpenssl)('loadBlob on containers made by openssl', () => {
  const folder = hasOpenssl ? mkdtempSync(join(tmpdir(), 'blob-')) : '';
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
  const pkcs12 = (name: string, password: string, ...options: string[]): Uint8Array => {
    const common = ['-export', '-in', 'leaf.pem', '-inkey', 'key.pem', '-certfile', 'ca.pem'];
    openssl('pkcs12', ...common, '-out', name, '-passout', `pass:${password}`, ...options);
    return file(name);
  };
  beforeAll(() => {
    writeFileSync(join(folder, 'leaf.pem'), leaf.certificatePem);
    writeFileSync(join(folder, 'ca.pem'), ca.certificatePem);
    writeFileSync(join(folder, 'key.pem'), leaf.keyPem);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['modern', []],
    ['AES-128', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC']],
    ['unencrypted certificates', ['-certpbe', 'NONE']],
    ['without a MAC', ['-nomac']],
  ])('opens a %s PKCS#12 file, the leaf first', async (_, options) => {
    const bytes = pkcs12('both.p12', PASSWORD, ...options);
    expect(await load(bytes)).toMatchObject({ kind: 'pkcs12', content: 'locked', locked: true });
    expect(await unlockBlob(bytes, 'wrong', testCrypto)).toMatchObject({
      ok: false,
      reason: 'wrong-password',
      message: 'The password does not open this file.',
    });
    const unlocked = await unlockBlob(bytes, PASSWORD, testCrypto);
    const pem = unlocked.ok ? unlocked.pem : '';
    expect(pem.startsWith(leaf.certificatePem + ca.certificatePem)).toBe(true);
    expect(await proveKey(leaf.certificate, pem, testCrypto)).toBe('proven');
    expect(await load(bytes, PASSWORD)).toMatchObject({ content: 'certificates-and-key', pem });
  });

  it('opens a PKCS#12 file with an empty password by itself', async () => {
    expect(await load(pkcs12('open.p12', ''))).toMatchObject({
      content: 'certificates-and-key',
      locked: false,
    });
  });

  it('names old encryption before asking for a password, with the command that converts', async () => {
    const bytes = pkcs12('old.p12', PASSWORD, '-legacy');
    const contents = await load(bytes);
    expect(contents).toMatchObject({
      content: 'not-understood',
      locked: false,
      fileProblem: {
        code: 'PKCS12-LEGACY',
        params: {
          algorithm: 'RC2-40 with SHA-1',
          command: 'openssl pkcs12 -legacy -in FILE -nodes -out FILE.pem',
        },
      },
    });
    expect(await unlockBlob(bytes, PASSWORD, testCrypto)).toMatchObject({
      reason: 'unsupported',
      problem: { code: 'PKCS12-LEGACY' },
    });
  });

  it('names key encryption that it does not undo', async () => {
    openssl(
      'pkcs8',
      '-topk8',
      '-in',
      'key.pem',
      '-out',
      'scrypt.pem',
      '-scrypt',
      '-passout',
      'pass:x',
    );
    openssl(
      'pkcs8',
      '-topk8',
      '-in',
      'key.pem',
      '-out',
      'des.pem',
      '-v2',
      'des3',
      '-passout',
      'pass:x',
    );
    for (const [name, algorithm] of [
      ['scrypt.pem', 'scrypt'],
      ['des.pem', '3DES'],
    ] as const) {
      expect(await unlockBlob(file(name), 'x', testCrypto)).toMatchObject({
        reason: 'unsupported',
        problem: { code: 'KEY-UNSUPPORTED-ENCRYPTION', params: { algorithm } },
      });
    }
  });

  it('reads PKCS#7 as DER and as PEM, byte for byte', async () => {
    const common = ['crl2pkcs7', '-nocrl', '-certfile', 'leaf.pem', '-certfile', 'ca.pem'];
    openssl(...common, '-outform', 'der', '-out', 'certs.p7b');
    openssl(...common, '-out', 'certs.p7b.pem');
    for (const name of ['certs.p7b', 'certs.p7b.pem']) {
      const contents = await load(file(name));
      expect(contents.content).toBe('certificates');
      expect(contents.certificates.map((each) => each.fingerprint)).toEqual([
        leaf.certificate.fingerprint,
        ca.certificate.fingerprint,
      ]);
    }
  });

  it('describes requests and revocation lists', async () => {
    openssl('req', '-new', '-key', 'key.pem', '-subj', '/O=Shop/CN=catalog', '-out', 'leaf.csr');
    expect(await load(file('leaf.csr'))).toMatchObject({
      content: 'certificate-request',
      requests: [{ subject: 'CN=catalog, O=Shop', key: 'EC P-256' }],
    });
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'ca.cnf'), '[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\n');
    writeFileSync(join(folder, 'ca.key'), ca.keyPem);
    const times = ['-crl_lastupdate', '20260101000000Z', '-crl_nextupdate', '20260201000000Z'];
    openssl(
      'ca',
      '-config',
      'ca.cnf',
      '-gencrl',
      '-md',
      'sha256',
      ...times,
      '-keyfile',
      'ca.key',
      '-cert',
      'ca.pem',
      '-out',
      'ca.crl',
    );
    expect(await load(file('ca.crl'))).toMatchObject({
      content: 'crl',
      crls: [
        { issuer: 'CN=Blob CA, O=Test', thisUpdate: TEST_START, nextUpdate: Date.UTC(2026, 1, 1) },
      ],
    });
  });
});
