import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { issueCertificate } from '../../pki/index.ts';
import { goX509KeyPair } from './x509-key-pair.ts';

const issue = (keyAlgorithm: 'EC P-256' | 'EC P-384' | 'RSA 2048' | 'Ed25519') =>
  issueCertificate(
    {
      subject: { commonName: 'app' },
      ca: false,
      dnsNames: ['app.example'],
      notBefore: Date.UTC(2026, 0, 1),
      notAfter: Date.UTC(2027, 0, 1),
      keyAlgorithm,
    },
    globalThis.crypto,
  );
const ec = await issue('EC P-256');
const ec2 = await issue('EC P-256');
const p384 = await issue('EC P-384');
const rsa = await issue('RSA 2048');
const ed = await issue('Ed25519');
const crt = ec.certificatePem;
const key = ec.keyPem;

const secp256k1 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
const ec256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const x25519 = generateKeyPairSync('x25519');
const ed448 = generateKeyPairSync('ed448');
const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
const sealed = { ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'x' } as const;
const sealedSec1 = ec256.privateKey.export({ ...sealed, type: 'sec1' }).toString();

describe('goX509KeyPair', () => {
  it.each([
    ['EC', ec],
    ['RSA', rsa],
    ['Ed25519', ed],
    ['EC P-384', p384],
  ])('takes an %s pair', (_, pair) => {
    expect(goX509KeyPair(pair.certificatePem, pair.keyPem)).toBeNull();
  });

  it('takes a chain, text around the blocks and parameters before the key', () => {
    const parameters =
      '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
    expect(goX509KeyPair(`subject=app\n${crt}${rsa.certificatePem}`, parameters + key)).toBeNull();
  });

  // Words of Go 1.26, compared with the toolchain on 12 000 mutated inputs.
  it.each([
    ['', key, 'tls: failed to find any PEM data in certificate input'],
    ['\uFEFF'.concat(crt), key, 'tls: failed to find any PEM data in certificate input'],
    [` ${crt}`, key, 'tls: failed to find any PEM data in certificate input'],
    [
      key,
      crt,
      'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
    ],
    [
      crt.replaceAll('CERTIFICATE', 'X509 CRL') + crt.replaceAll('CERTIFICATE', 'PUBLIC KEY'),
      key,
      'tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [X509 CRL PUBLIC KEY]',
    ],
    [crt, '', 'tls: failed to find any PEM data in key input'],
    [crt, crt, 'tls: found a certificate rather than a key in the PEM for the private key'],
    [
      crt,
      crt + crt,
      'tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [CERTIFICATE CERTIFICATE]',
    ],
    [crt, ec256.privateKey.export(sealed).toString(), 'tls: failed to parse private key'],
    [crt, sealedSec1, 'tls: failed to parse private key'],
    [crt, secp256k1.privateKey.export(pkcs8).toString(), 'tls: failed to parse private key'],
    [crt, ed448.privateKey.export(pkcs8).toString(), 'tls: failed to parse private key'],
    [
      crt,
      x25519.privateKey.export(pkcs8).toString(),
      'tls: found unknown private key type in PKCS#8 wrapping',
    ],
    [crt, ec2.keyPem, 'tls: private key does not match public key'],
    [crt, p384.keyPem, 'tls: private key does not match public key'],
    [crt, rsa.keyPem, 'tls: private key type does not match public key type'],
    [rsa.certificatePem, key, 'tls: private key type does not match public key type'],
    [ed.certificatePem, rsa.keyPem, 'tls: private key type does not match public key type'],
  ])('case %#: says what Go says', (certificate, privateKey, message) => {
    expect(goX509KeyPair(certificate, privateKey)).toBe(message);
  });
});
