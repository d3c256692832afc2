import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { sniffBytes } from './sniff.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('sniffBytes on keys made by Node', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
  const sec1 = privateKey.export({ type: 'sec1', format: 'der' });
  const encrypted = privateKey.export({
    type: 'pkcs8',
    format: 'der',
    cipher: 'aes-256-cbc',
    passphrase: 'x',
  });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const rows: readonly (readonly [string, Uint8Array, string])[] = [
    ['PKCS#8', pkcs8, 'private-key'],
    ['SEC1', sec1, 'private-key'],
    ['encrypted PKCS#8', encrypted, 'encrypted-key'],
    ['PEM', text(pem), 'pem'],
    ['PEM after a byte order mark', text(`\uFEFF${pem}`), 'pem'],
    [
      'PEM in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(pem, 'utf16le')]),
      'pem',
    ],
    ['base64 of DER', text(encodeBase64(pkcs8)), 'base64'],
    ['base64 of PEM', text(encodeBase64(text(pem))), 'base64'],
    ['a truncated DER', pkcs8.subarray(0, 40), 'unknown'],
    ['YAML', text('apiVersion: v1\nkind: Secret\n'), 'unknown'],
    ['one long word', text('configurationconfiguration'), 'unknown'],
    ['nothing', new Uint8Array(), 'unknown'],
  ];
  it.each(rows)('calls %s by its kind', (_, bytes, kind) => {
    expect(sniffBytes(new Uint8Array(bytes))).toBe(kind);
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl)
  console.warn('sniff.test.ts: openssl is not installed, its structures are skipped');

describe.skipIf(!hasOpenssl)('sniffBytes on structures made by openssl', () => {
  const folder = hasOpenssl ? mkdtempSync(join(tmpdir(), 'sniff-')) : '';
  const run = (command: string): void => {
    execFileSync('openssl', command.split(' '), { cwd: folder, stdio: 'pipe' });
  };
  beforeAll(() => {
    run('req -x509 -newkey rsa:2048 -nodes -subj /CN=shop -keyout key.pem -out cert.pem -days 9');
    run('x509 -in cert.pem -outform der -out cert.der');
    run('rsa -in key.pem -traditional -outform der -out pkcs1.der');
    run('req -new -key key.pem -subj /CN=shop -outform der -out csr.der');
    run('pkcs12 -export -in cert.pem -inkey key.pem -passout pass:x -out both.p12');
    run('crl2pkcs7 -nocrl -certfile cert.pem -outform der -out certs.p7b');
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'ca.cnf'), '[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\n');
    run(
      'ca -config ca.cnf -gencrl -md sha256 -crldays 9 -keyfile key.pem -cert cert.pem -out crl.pem',
    );
    run('crl -in crl.pem -outform der -out crl.der');
  }, 30_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  it.each([
    ['cert.der', 'certificate'],
    ['pkcs1.der', 'private-key'],
    ['csr.der', 'csr'],
    ['both.p12', 'pkcs12'],
    ['certs.p7b', 'pkcs7'],
    ['crl.der', 'crl'],
    ['cert.pem', 'pem'],
  ])('calls %s a %s', (file, kind) => {
    expect(sniffBytes(new Uint8Array(readFileSync(join(folder, file))))).toBe(kind);
  });
});

describe('sniffBytes on anything', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof sniffBytes(bytes)).toBe('string');
        expect(typeof sniffBytes(Uint8Array.of(0x30, ...bytes))).toBe('string');
      }),
    );
  });
});
