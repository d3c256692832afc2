import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCa, makeLeaf, testCrypto } from '../../pki/issuing/chain.testing.ts';
import { loadKeyPair } from './load-key-pair.ts';

const ca = await makeCa('Root');
const leaf = await makeLeaf('app.example', ca);
const other = await makeLeaf('other.example', ca);
const rsa = await makeLeaf('rsa.example', ca, { keyAlgorithm: 'RSA 2048' });
const locked = createPrivateKey(leaf.keyPem).export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'secret',
});
const legacy = createPrivateKey(rsa.keyPem).export({
  type: 'pkcs1',
  format: 'pem',
  cipher: 'aes-128-cbc',
  passphrase: 'secret',
});
const damaged = other.certificatePem.replace(/\n(.)/, '\n&');

function load(certificatePem: string, keyPem: string) {
  const certificate = { path: '/tls.crt', pem: certificatePem };
  return loadKeyPair(
    { certificate, key: { path: '/tls.key', pem: keyPem }, securityLevel: 2 },
    testCrypto,
  );
}

const noKey =
  'cannot load certificate key "/tls.key": PEM_read_bio_PrivateKey() failed (SSL: error:1E08010C:DECODER routines::unsupported:No supported data to decode. Input type: PEM)';

describe('loadKeyPair', () => {
  it.each([
    [
      'no certificate',
      '',
      leaf.keyPem,
      'no-certificate',
      'cannot load certificate "/tls.crt": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)',
    ],
    [
      'a damaged second certificate',
      leaf.certificatePem + damaged,
      leaf.keyPem,
      'damaged-block',
      'cannot load certificate "/tls.crt": PEM_read_bio_X509() failed (SSL: error:04800064:PEM routines::bad base64 decode)',
    ],
    [
      'a block that is no certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
      leaf.keyPem,
      'not-a-certificate',
      'cannot load certificate "/tls.crt": PEM_read_bio_X509_AUX() failed (SSL: error:068000A8:asn1 encoding routines::wrong tag error:0688010A:asn1 encoding routines::nested asn1 error:Type=X509 error:0488000D:PEM routines::ASN1 lib)',
    ],
    ['no key', leaf.certificatePem, '', 'no-private-key', noKey],
    ['a certificate for a key', leaf.certificatePem, leaf.certificatePem, 'no-private-key', noKey],
    [
      "another certificate's key",
      leaf.certificatePem,
      other.keyPem,
      'key-values-mismatch',
      'SSL_CTX_use_PrivateKey("/tls.key") failed (SSL: error:05800074:x509 certificate routines::key values mismatch)',
    ],
    [
      'an encrypted PKCS#8 key',
      leaf.certificatePem,
      locked.toString(),
      'private-key-encrypted',
      'cannot load certificate key "/tls.key": PEM_read_bio_PrivateKey() failed (SSL: error:1400006B:UI routines::processing error:while reading strings error:0480006D:PEM routines::problems getting password error:07880109:common libcrypto routines::interrupted or cancelled error:07880109:common libcrypto routines::interrupted or cancelled error:1C80009F:Provider routines::unable to get passphrase error:1400006B:UI routines::processing error:while reading strings error:0480006D:PEM routines::problems getting password error:07880109:common libcrypto routines::interrupted or cancelled error:04800068:PEM routines::bad password read)',
    ],
    [
      'an encrypted PKCS#1 key',
      rsa.certificatePem,
      legacy.toString(),
      'private-key-encrypted',
      'cannot load certificate key "/tls.key": PEM_read_bio_PrivateKey() failed (SSL: error:1400006B:UI routines::processing error:while reading strings error:0480006D:PEM routines::problems getting password error:07880109:common libcrypto routines::interrupted or cancelled error:07880109:common libcrypto routines::interrupted or cancelled error:04800068:PEM routines::bad password read)',
    ],
  ])('refuses %s in the words of nginx', async (_what, certificate, key, reason, text) => {
    const result = await load(certificate, key);
    expect(result).toMatchObject({ ok: false, failure: { reason, text } });
  });

  it('takes the leaf first, the rest as they stand, and a key behind a certificate', async () => {
    const chain = leaf.certificatePem + ca.certificatePem;
    const result = await load(chain, chain + leaf.keyPem);
    expect(result).toMatchObject({ ok: true, value: { keyProof: 'proven' } });
    const prints = result.ok ? result.value.chain.map(({ fingerprint }) => fingerprint) : [];
    expect(prints).toEqual([leaf.certificate.fingerprint, ca.certificate.fingerprint]);
  });

  it('loads a key of another type than the certificate, as nginx does, and says so', async () => {
    const result = await load(leaf.certificatePem, rsa.keyPem);
    expect(result).toMatchObject({ ok: true, value: { keyProof: 'other-type' } });
  });
});
