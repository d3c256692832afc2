import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadBlob } from '../blob/load-blob.ts';
import { encodePem } from '../encode-pem.ts';
import { proveKey } from '../keys/prove-key.ts';
import { makeCa, makeLeaf, testCrypto, TEST_START } from './chain.testing.ts';
import { carriedOver } from './carried-over.ts';
import { createPkcs12 } from './create-pkcs12.ts';
import { createRequest } from './create-request.ts';
import { issueCertificate } from './issue-certificate.ts';
import { reissueCertificate } from './reissue-certificate.ts';
import type { KeyAlgorithm } from './types.ts';

const DAY = 86_400_000;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'issuing-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What openssl says on both streams, and whether it is content. */
function openssl(command: string, input: Uint8Array | string): { text: string; ok: boolean } {
  writeFileSync(join(folder, 'in'), input);
  const { stdout, stderr, status } = spawnSync('openssl', command.split(' '), { cwd: folder });
  return { text: stdout.toString() + stderr.toString(), ok: status === 0 };
}

const algorithms: readonly KeyAlgorithm[] = ['EC P-256', 'EC P-384', 'RSA 2048', 'Ed25519'];

describe('what is carried over into a request', () => {
  it.skipIf(!hasOpenssl)('is the whole subject and every name, as openssl reads them', async () => {
    const subject = { country: 'CH', organization: 'Shop', organizationalUnit: 'Tills' };
    const { certificate } = await issueCertificate(
      {
        subject: { ...subject, commonName: 'till' },
        ca: false,
        dnsNames: ['a.example'],
        uris: ['spiffe://shop/till'],
        eku: ['serverAuth'],
        notBefore: TEST_START,
        notAfter: TEST_START + DAY,
        keyAlgorithm: 'EC P-256',
      },
      testCrypto,
    );
    const asked = { ...carriedOver(certificate, ['b.example']), keyAlgorithm: 'EC P-256' } as const;
    const { requestPem } = await createRequest(asked, testCrypto);
    const { text } = openssl('req -in in -verify -noout -text', requestPem);
    for (const part of [
      'verify OK',
      'Subject: C = CH, O = Shop, OU = Tills, CN = till',
      'DNS:a.example, URI:spiffe://shop/till',
      'TLS Web Server Authentication',
    ])
      expect(text.replaceAll(/(?<=\w)=(?=\w)/g, ' = ')).toContain(part);
    expect(text).not.toContain('b.example');
    expect(text).not.toContain('Key Identifier');
  });
});

describe('createRequest', () => {
  const spec = {
    subject: { organization: 'Shop', commonName: 'catalog' },
    ca: false,
    dnsNames: ['catalog.shop.example'],
    ipAddresses: ['192.0.2.7'],
    uris: ['spiffe://shop/catalog'],
    eku: ['serverAuth', 'clientAuth'],
  } as const;

  it.each(algorithms)('makes a request with a %s key that reads back', async (keyAlgorithm) => {
    const { requestPem } = await createRequest({ ...spec, keyAlgorithm }, testCrypto);
    const { requests } = await loadBlob(new TextEncoder().encode(requestPem), {
      crypto: testCrypto,
    });
    expect(requests).toMatchObject([{ subject: 'CN=catalog, O=Shop', key: keyAlgorithm }]);
  });

  it.skipIf(!hasOpenssl).each(algorithms)('openssl verifies it with %s', async (keyAlgorithm) => {
    const { requestPem } = await createRequest({ ...spec, keyAlgorithm }, testCrypto);
    const { text } = openssl('req -in in -verify -noout -text', requestPem);
    for (const part of [
      'verify OK',
      'Subject: O = Shop, CN = catalog',
      'DNS:catalog.shop.example, URI:spiffe://shop/catalog, IP Address:192.0.2.7',
      'TLS Web Server Authentication, TLS Web Client Authentication',
    ])
      expect(text.replaceAll(/(?<=\w)=(?=\w)/g, ' = ')).toContain(part);
    const damaged = requestPem.replace(/.(?=.{7}\n-----END)/, (one) => (one === 'A' ? 'B' : 'A'));
    expect(openssl('req -in in -verify -noout', damaged).text).not.toContain('verify OK');
  });

  it('asks for the given key', async () => {
    const { keyPem } = await makeLeaf('a.example');
    const asked = { ...spec, keyAlgorithm: 'EC P-256', key: keyPem } as const;
    expect((await createRequest(asked, testCrypto)).keyPem).toBe(keyPem);
  });
});

describe('reissueCertificate', () => {
  it('keeps names, usages and the time it holds, with a new serial and key', async () => {
    const ca = await makeCa('Root');
    const old = await makeLeaf('a.example', ca, {
      dnsNames: ['a.example', '*.b.example'],
      ipAddresses: ['2001:db8::7'],
      uris: ['spiffe://shop/a'],
      notAfter: TEST_START + 90 * DAY,
    });
    const now = TEST_START + 400 * DAY;
    const issuer = { certificate: ca.certificate, key: ca.keyPem };
    const request = {
      certificate: old.certificate,
      issuer,
      keyAlgorithm: 'EC P-384',
      now,
    } as const;
    const { certificate, certificatePem, keyPem } = await reissueCertificate(request, testCrypto);
    expect(certificate.subject.der).toEqual(old.certificate.subject.der);
    expect(certificate.extensions.subjectAltNames).toEqual(
      old.certificate.extensions.subjectAltNames,
    );
    expect(certificate.extensions.extendedKeyUsage).toEqual(
      old.certificate.extensions.extendedKeyUsage,
    );
    expect([certificate.notBefore.epoch, certificate.notAfter.epoch]).toEqual([
      now - DAY,
      now + 89 * DAY,
    ]);
    expect(certificate.serial).not.toBe(old.certificate.serial);
    expect(certificate.publicKey.text).toBe('EC P-384');
    expect(await proveKey(certificate, keyPem, testCrypto)).toBe('proven');
    const native = new X509Certificate(certificatePem);
    expect(native.checkIssued(new X509Certificate(ca.certificatePem))).toBe(true);
  });

  it('keeps the key when it is given, and signs itself without an issuer', async () => {
    const old = await makeCa('Root', undefined, { pathLength: 1 });
    const request = {
      certificate: old.certificate,
      key: old.keyPem,
      keyAlgorithm: 'EC P-256',
      now: TEST_START,
    } as const;
    const { certificate, certificatePem } = await reissueCertificate(request, testCrypto);
    expect(certificate.publicKey.der).toEqual(old.certificate.publicKey.der);
    expect(certificate.extensions).toEqual(old.certificate.extensions);
    const native = new X509Certificate(certificatePem);
    expect(native.verify(native.publicKey)).toBe(true);
  });

  it('does not outlive its issuer', async () => {
    const ca = await makeCa('Root', undefined, { notAfter: TEST_START + 100 * DAY });
    const old = await makeLeaf('a.example', ca);
    const issuer = { certificate: ca.certificate, key: ca.keyPem };
    const request = {
      certificate: old.certificate,
      issuer,
      keyAlgorithm: 'EC P-256',
      now: TEST_START + DAY,
    } as const;
    const { certificate } = await reissueCertificate(request, testCrypto);
    expect(certificate.notAfter.epoch).toBe(TEST_START + 100 * DAY);
  });
});

describe('createPkcs12', () => {
  it.each(['EC P-256', 'RSA 2048', 'Ed25519'] as const)(
    'writes a file with a %s key that opens with its password alone',
    async (keyAlgorithm) => {
      const ca = await makeCa('Root');
      const leaf = await makeLeaf('a.example', ca, { keyAlgorithm });
      const chain = leaf.certificatePem + ca.certificatePem;
      const contents = { chain, key: leaf.keyPem, password: 'grüße', friendlyName: 'a.example' };
      const bytes = await createPkcs12(contents, testCrypto);
      const opened = await loadBlob(bytes, { password: 'grüße', crypto: testCrypto });
      expect(opened.certificates.map(({ der }) => encodePem('CERTIFICATE', der)).join('')).toBe(
        chain,
      );
      expect(opened.keys).toHaveLength(1);
      expect((await loadBlob(bytes, { password: 'other', crypto: testCrypto })).locked).toBe(true);
      if (!hasOpenssl) return;
      const read = 'pkcs12 -in in -nodes -passin pass:grüße';
      const { text } = openssl(read, bytes);
      expect(text).toContain('friendlyName: a.example');
      expect(text.match(/BEGIN (?:CERTIFICATE|PRIVATE KEY)/g)).toHaveLength(3);
      expect(openssl(read.replace('grüße', 'x'), bytes).ok).toBe(false);
    },
  );

  it('rejects a chain without a certificate', async () => {
    const { keyPem } = await makeLeaf('a.example');
    const contents = { chain: 'none', key: keyPem, password: 'x', friendlyName: 'a' };
    await expect(createPkcs12(contents, testCrypto)).rejects.toThrow('no certificate');
  });
});
