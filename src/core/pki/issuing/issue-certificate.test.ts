import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { proveKey } from '../keys/prove-key.ts';
import { makeCa, makeLeaf, testCrypto, TEST_START } from './chain.testing.ts';
import { issueCertificate } from './issue-certificate.ts';
import type { KeyAlgorithm } from './types.ts';

const algorithms: readonly (readonly [KeyAlgorithm, string, string])[] = [
  ['EC P-256', 'EC P-256', 'ECDSA with SHA-256'],
  ['EC P-384', 'EC P-384', 'ECDSA with SHA-384'],
  ['EC P-521', 'EC P-521', 'ECDSA with SHA-512'],
  ['RSA 2048', 'RSA 2048', 'RSA with SHA-256'],
  ['Ed25519', 'Ed25519', 'Ed25519'],
];

/** What a browser has on a plain-http origin: random numbers and no `subtle`. */
const insecureCrypto = {
  getRandomValues: testCrypto.getRandomValues.bind(testCrypto),
} as unknown as Crypto;

describe('issueCertificate', () => {
  it.each(algorithms)('issues and proves %s', async (keyAlgorithm, keyText, signatureText) => {
    const ca = await makeCa('Root', undefined, { keyAlgorithm });
    const leaf = await makeLeaf('catalog.shop.example', ca, { keyAlgorithm });
    expect(leaf.certificate.publicKey.text).toBe(keyText);
    expect(leaf.certificate.signatureText).toBe(signatureText);
    const native = new X509Certificate(leaf.certificatePem);
    const nativeCa = new X509Certificate(ca.certificatePem);
    expect(native.verify(nativeCa.publicKey)).toBe(true);
    expect(native.checkIssued(nativeCa)).toBe(true);
    expect(native.checkPrivateKey(createPrivateKey(leaf.keyPem))).toBe(true);
    expect(await proveKey(leaf.certificate, leaf.keyPem, testCrypto)).toBe('proven');
  });

  it.each(['EC P-256', 'EC P-384', 'EC P-521', 'Ed25519'] as const)(
    'issues and proves %s without Web Crypto',
    async (keyAlgorithm) => {
      const spec = {
        subject: { commonName: 'alone' },
        ca: false,
        notBefore: TEST_START,
        notAfter: TEST_START + 1000,
        keyAlgorithm,
      } as const;
      const { certificatePem, certificate, keyPem } = await issueCertificate(spec, insecureCrypto);
      const native = new X509Certificate(certificatePem);
      expect(native.verify(native.publicKey)).toBe(true);
      expect(native.checkPrivateKey(createPrivateKey(keyPem))).toBe(true);
      expect(await proveKey(certificate, keyPem, insecureCrypto)).toBe('proven');
    },
  );

  it('writes the names, usages, key identifiers and times that the spec asks for', async () => {
    const ca = await makeCa('Root', undefined, { pathLength: 1 });
    const { certificate } = await makeLeaf('a.example', ca, {
      dnsNames: ['a.example', '*.b.example'],
      ipAddresses: ['192.0.2.7', '2001:db8::7'],
      uris: ['spiffe://shop/catalog'],
      eku: ['serverAuth'],
      serial: Uint8Array.of(0xff, 0x01),
      notAfter: Date.UTC(2050, 0, 1),
    });
    expect(ca.certificate.extensions).toMatchObject({
      basicConstraints: { ca: true, pathLength: 1 },
      keyUsage: ['keyCertSign', 'cRLSign'],
    });
    expect(certificate).toMatchObject({ version: 3, serial: 'ff01' });
    expect(certificate.notBefore).toEqual({ epoch: TEST_START, raw: '260101000000Z' });
    expect(certificate.notAfter).toEqual({ epoch: Date.UTC(2050, 0, 1), raw: '20500101000000Z' });
    expect(certificate.subject.text).toBe('CN=a.example');
    expect(certificate.issuer.der).toEqual(ca.certificate.subject.der);
    expect(certificate.issuer.text).toBe('CN=Root, O=Test');
    expect(certificate.extensions.basicConstraints).toEqual({ ca: false });
    expect(certificate.extensions.keyUsage).toEqual(['digitalSignature']);
    expect(certificate.extensions.extendedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(
      certificate.extensions.subjectAltNames?.map(({ kind, value }) => `${kind} ${value}`),
    ).toEqual([
      'dns a.example',
      'dns *.b.example',
      'uri spiffe://shop/catalog',
      'ip 192.0.2.7',
      'ip 2001:db8::7',
    ]);
    expect(certificate.extensions.authorityKeyId?.keyId).toBe(
      ca.certificate.extensions.subjectKeyId,
    );
    expect(certificate.extensions.subjectKeyId).toMatch(/^[0-9a-f]{40}$/);
    expect(certificate.undecodableExtensions).toEqual([]);
  });

  it('certifies a given key and marks the names critical without a subject', async () => {
    const first = await makeLeaf('a.example');
    const again = await issueCertificate(
      {
        subject: {},
        ca: false,
        dnsNames: ['a.example'],
        key: first.keyPem,
        keyAlgorithm: 'EC P-256',
        notBefore: TEST_START,
        notAfter: TEST_START + 1000,
      },
      testCrypto,
    );
    expect(again.certificate.publicKey.der).toEqual(first.certificate.publicKey.der);
    const names = again.certificate.rawExtensions.find(({ oid }) => oid === '2.5.29.17');
    expect(names?.critical).toBe(true);
  });

  it('rejects what it cannot carry out', async () => {
    await expect(makeLeaf('a', undefined, { ipAddresses: ['10.0.0.300'] })).rejects.toThrow(
      '10.0.0.300 is not an IP address',
    );
    await expect(makeLeaf('a', undefined, { key: 'no key' })).rejects.toThrow('found: none');
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl)
  console.warn('issueCertificate.test.ts: openssl is not installed, its verdict is skipped');

describe.skipIf(!hasOpenssl)('openssl on issued certificates', () => {
  const folder = hasOpenssl ? mkdtempSync(join(tmpdir(), 'issued-')) : '';
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(algorithms)(
    'verifies a chain of three %s certificates strictly',
    async (keyAlgorithm) => {
      const root = await makeCa('Root', undefined, { keyAlgorithm });
      const intermediate = await makeCa('Intermediate', root, { keyAlgorithm, pathLength: 0 });
      const leaf = await makeLeaf('catalog.shop.example', intermediate, { keyAlgorithm });
      writeFileSync(join(folder, 'root.pem'), root.certificatePem);
      writeFileSync(join(folder, 'mid.pem'), intermediate.certificatePem);
      writeFileSync(join(folder, 'leaf.pem'), leaf.certificatePem);
      const options = `-x509_strict -purpose sslserver -verify_hostname catalog.shop.example -attime ${String(TEST_START / 1000 + 60)}`;
      const command = `verify ${options} -CAfile root.pem -untrusted mid.pem leaf.pem`;
      const answer = execFileSync('openssl', command.split(' '), { cwd: folder }).toString();
      expect(answer).toBe('leaf.pem: OK\n');
    },
  );
});
