import { constants, generateKeyPairSync, privateEncrypt, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildCertificate, testCertificate } from '../../../pki/certificate-builder.testing.ts';
import { decodeCertificate } from '../../../pki/certificate.ts';
import { encodeDer, encodeOid } from '../../../pki/der-write.ts';
import { signatureEntries } from './signature-entries.ts';

const NULL = encodeDer(5);
const DIGESTS = { sha256: '2.16.840.1.101.3.4.2.1', sha512: '2.16.840.1.101.3.4.2.3' } as const;

/** id-RSASSA-PSS with one digest for both, and a salt of its length. */
function pssAlgorithm(digest: keyof typeof DIGESTS): Uint8Array {
  const hash = encodeDer(0x30, encodeOid(DIGESTS[digest]), NULL);
  const mgf = encodeDer(0x30, encodeOid('1.2.840.113549.1.1.8'), hash);
  const salt = encodeDer(2, Uint8Array.of(digest === 'sha256' ? 32 : 64));
  const parameters = [hash, mgf, salt].map((part, index) => encodeDer(0xa0 + index, part));
  return encodeDer(0x30, encodeOid('1.2.840.113549.1.1.10'), encodeDer(0x30, ...parameters));
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
const SHA256 = pssAlgorithm('sha256');

const signed =
  (saltLength: number, digest = 'sha256') =>
  (tbs: Uint8Array): Uint8Array => {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return Uint8Array.from(sign(digest, tbs, { key: rsa.privateKey, padding, saltLength }));
  };

/** A signature that opens to these octets with `last` at the end. */
const opening = (first: number, last: number) => (): Uint8Array => {
  const octets = new Uint8Array(256).fill(0x11);
  [octets[0], octets[255]] = [first, last];
  const padding = constants.RSA_NO_PADDING;
  return Uint8Array.from(privateEncrypt({ key: rsa.privateKey, padding }, octets));
};

const pkcs1 =
  (key: KeyObject) =>
  (tbs: Uint8Array): Uint8Array =>
    Uint8Array.from(sign('sha256', tbs, key));

const evpLib = '184549382:X.509 certificate routines:OPENSSL_internal:public key routines';
const queue = (number: number, name: string): readonly string[] => [
  `${String(number)}:RSA routines:OPENSSL_internal:${name}`,
  evpLib,
];

describe('an RSA-PSS signature that does not hold', () => {
  // What X509_verify of BoringSSL (android-libboringssl 13) queued for certificates made alike.
  it.each<[string, (tbs: Uint8Array) => Uint8Array, readonly string[]]>([
    ['a shorter salt', signed(20), queue(67109002, 'SLEN_CHECK_FAILED')],
    ['no salt', signed(0), queue(67109002, 'SLEN_CHECK_FAILED')],
    ['a longer salt', signed(40), queue(67109002, 'SLEN_CHECK_FAILED')],
    ['another digest', signed(32, 'sha384'), queue(67109003, 'SLEN_RECOVERY_FAILED')],
    ['other contents', (tbs) => signed(32)(tbs.subarray(1)), queue(67108969, 'BAD_SIGNATURE')],
    ['octets that end in BC', opening(0, 0xbc), queue(67109003, 'SLEN_RECOVERY_FAILED')],
    ['octets that end in BB', opening(0, 0xbb), queue(67108991, 'LAST_OCTET_INVALID')],
    ['PKCS #1 v1.5', pkcs1(rsa.privateKey), queue(67108991, 'LAST_OCTET_INVALID')],
  ])('leaves what BoringSSL leaves: %s', (_what, signTbs, entries) => {
    const subject = certificate({ algorithm: SHA256, sign: signTbs });
    expect(signatureEntries(subject, issuerOf(rsa.publicKey))).toEqual(entries);
  });

  it('has no room for digest and salt under a small key', () => {
    const spec = { algorithm: pssAlgorithm('sha512'), sign: pkcs1(small.privateKey) };
    expect(signatureEntries(certificate(spec), issuerOf(small.publicKey))).toEqual(
      queue(67108977, 'DATA_TOO_LARGE'),
    );
  });
});

function certificate(spec: Parameters<typeof buildCertificate>[0]) {
  const decoded = decodeCertificate(buildCertificate(spec));
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.certificate;
}

function issuerOf(key: KeyObject) {
  return testCertificate({ spki: Uint8Array.from(key.export({ type: 'spki', format: 'der' })) });
}
