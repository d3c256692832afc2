import {
  createPublicKey,
  generateKeyPairSync,
  sign,
  webcrypto,
  constants,
  type KeyObject,
} from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { testCertificate } from '../../pki/certificate-builder.testing.ts';
import { encodeDer, encodeOid } from '../../pki/der-write.ts';
import type { Certificate } from '../../pki/types.ts';
import { createSignatureChecker } from './create-signature-checker.ts';

const native = createSignatureChecker(webcrypto as Crypto);
const plain = createSignatureChecker(null);

interface Scheme {
  readonly name: string;
  /** One of two keys of this kind. */
  readonly key: (which?: 'own' | 'other') => KeyObject;
  readonly algorithm: Uint8Array;
  readonly sign: (tbs: Uint8Array, key: KeyObject) => Uint8Array;
}

function algorithm(oid: string, parameters?: Uint8Array): Uint8Array {
  return encodeDer(0x30, encodeOid(oid), ...(parameters ? [parameters] : []));
}

const nullParameters = encodeDer(0x05);
const keys = new Map<string, KeyObject>();

/** Keys are costly: each kind is generated twice at most. */
function cached(id: string, generate: () => KeyObject): Scheme['key'] {
  return (which = 'own') => {
    const slot = `${id} ${which}`;
    const key = keys.get(slot) ?? generate();
    keys.set(slot, key);
    return key;
  };
}

const rsa = (bits: number): Scheme['key'] =>
  cached(
    `rsa${String(bits)}`,
    () => generateKeyPairSync('rsa', { modulusLength: bits }).privateKey,
  );

function pkcs1(digest: string, oid: string): Scheme {
  return {
    name: `RSA with ${digest}`,
    key: rsa(1024),
    algorithm: algorithm(oid, nullParameters),
    sign: (tbs, key) => sign(digest, tbs, key),
  };
}

const digestOids: Readonly<Record<string, string>> = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

function pss(digest: string, mgf: string, salt: number, own: boolean): Scheme {
  const hash = algorithm(digestOids[digest] ?? '', nullParameters);
  const mask = algorithm('1.2.840.113549.1.1.8', algorithm(digestOids[mgf] ?? '', nullParameters));
  const parameters = encodeDer(
    0x30,
    encodeDer(0xa0, hash),
    encodeDer(0xa1, mask),
    encodeDer(0xa2, encodeDer(0x02, Uint8Array.of(salt))),
  );
  const id = `pss ${digest} ${mgf} ${String(salt)}`;
  const restricted = cached(id, () => {
    const options = {
      modulusLength: 1024,
      hashAlgorithm: digest,
      mgf1HashAlgorithm: mgf,
      // Typed as text, wanted as a number.
      saltLength: salt as unknown as string,
    };
    return generateKeyPairSync('rsa-pss', options).privateKey;
  });
  return {
    name: `RSA-PSS with ${digest}, MGF1 ${mgf}, salt ${String(salt)}, ${own ? 'a PSS key' : 'an RSA key'}`,
    key: own ? restricted : rsa(1024),
    algorithm: algorithm('1.2.840.113549.1.1.10', parameters),
    sign: (tbs, key) =>
      sign(digest, tbs, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt }),
  };
}

function ecdsa(curve: string, digest: string, oid: string): Scheme {
  return {
    name: `ECDSA on ${curve} with ${digest}`,
    key: cached(curve, () => generateKeyPairSync('ec', { namedCurve: curve }).privateKey),
    algorithm: algorithm(oid),
    sign: (tbs, key) => sign(digest, tbs, key),
  };
}

const schemes: readonly Scheme[] = [
  pkcs1('md5', '1.2.840.113549.1.1.4'),
  pkcs1('sha1', '1.2.840.113549.1.1.5'),
  pkcs1('sha224', '1.2.840.113549.1.1.14'),
  pkcs1('sha256', '1.2.840.113549.1.1.11'),
  pkcs1('sha384', '1.2.840.113549.1.1.12'),
  pkcs1('sha512', '1.2.840.113549.1.1.13'),
  pkcs1('sha512-256', '1.2.840.113549.1.1.16'),
  pkcs1('sha3-256', '2.16.840.1.101.3.4.3.14'),
  { ...pkcs1('sha256', '1.2.840.113549.1.1.11'), name: 'RSA 2048', key: rsa(2048) },
  { ...pkcs1('sha256', '1.2.840.113549.1.1.11'), name: 'RSA 1023', key: rsa(1023) },
  pss('sha256', 'sha256', 32, false),
  pss('sha256', 'sha256', 32, true),
  pss('sha1', 'sha1', 20, false),
  pss('sha512', 'sha512', 17, true),
  pss('sha256', 'sha1', 32, true),
  ecdsa('prime256v1', 'sha256', '1.2.840.10045.4.3.2'),
  ecdsa('prime256v1', 'sha512', '1.2.840.10045.4.3.4'),
  ecdsa('secp384r1', 'sha384', '1.2.840.10045.4.3.3'),
  ecdsa('secp521r1', 'sha512', '1.2.840.10045.4.3.4'),
  ecdsa('secp521r1', 'sha1', '1.2.840.10045.4.1'),
  ecdsa('secp224r1', 'sha224', '1.2.840.10045.4.3.1'),
  ecdsa('secp224r1', 'sha256', '1.2.840.10045.4.3.2'),
  ecdsa('prime192v1', 'sha256', '1.2.840.10045.4.3.2'),
  ecdsa('secp256k1', 'sha256', '1.2.840.10045.4.3.2'),
  ecdsa('brainpoolP224r1', 'sha224', '1.2.840.10045.4.3.1'),
  ecdsa('brainpoolP256r1', 'sha256', '1.2.840.10045.4.3.2'),
  ecdsa('brainpoolP320r1', 'sha256', '1.2.840.10045.4.3.2'),
  ecdsa('brainpoolP384r1', 'sha384', '1.2.840.10045.4.3.3'),
  ecdsa('brainpoolP512r1', 'sha512', '1.2.840.10045.4.3.4'),
  {
    name: 'ECDSA on explicit parameters',
    key: cached('explicit', () => {
      const options = { namedCurve: 'prime256v1', paramEncoding: 'explicit' as const };
      return generateKeyPairSync('ec', options).privateKey;
    }),
    algorithm: algorithm('1.2.840.10045.4.3.2'),
    sign: (tbs, key) => sign('sha256', tbs, key),
  },
  {
    name: 'Ed25519',
    key: cached('ed25519', () => generateKeyPairSync('ed25519').privateKey),
    algorithm: algorithm('1.3.101.112'),
    sign: (tbs, key) => sign(null, tbs, key),
  },
  {
    name: 'Ed448',
    key: cached('ed448', () => generateKeyPairSync('ed448').privateKey),
    algorithm: algorithm('1.3.101.113'),
    sign: (tbs, key) => sign(null, tbs, key),
  },
  {
    name: 'DSA',
    key: cached('dsa', () => {
      return generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).privateKey;
    }),
    algorithm: algorithm('2.16.840.1.101.3.4.3.2'),
    sign: (tbs, key) => sign('sha256', tbs, key),
  },
];

function spki(key: KeyObject): Uint8Array {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return Uint8Array.from(der);
}

function issue(scheme: Scheme, change: (signature: Uint8Array) => Uint8Array = (s) => s) {
  const issuer = testCertificate({ subject: 'root', issuer: 'root', spki: spki(scheme.key()) });
  const subject = testCertificate({
    subject: 'leaf',
    issuer: 'root',
    algorithm: scheme.algorithm,
    sign: (tbs) => change(Uint8Array.from(scheme.sign(tbs, scheme.key()))),
  });
  return { subject, issuer };
}

describe('a signature checker', () => {
  it.each(schemes)('proves $name with WebCrypto and without', async (scheme) => {
    const { subject, issuer } = issue(scheme);
    expect(issuer.publicKey.decodable).toBe(true);
    expect(await native(subject, issuer)).toBe('valid');
    expect(await plain(subject, issuer)).toBe('valid');
  });

  it.each(schemes)(
    'sees a changed signature of $name, with WebCrypto and without',
    async (scheme) => {
      const { subject, issuer } = issue(scheme, (signature) => {
        const last = signature.length - 1;
        return signature.with(last, (signature[last] ?? 0) ^ 1);
      });
      expect(await native(subject, issuer)).toBe('invalid');
      expect(await plain(subject, issuer)).toBe('invalid');
    },
  );

  it.each(schemes)('sees that $name was made by another key of the kind', async (scheme) => {
    const { subject } = issue(scheme);
    const other = testCertificate({ spki: spki(scheme.key('other')) });
    expect(await native(subject, other)).toBe('invalid');
    expect(await plain(subject, other)).toBe('invalid');
  });

  it.each(schemes)('finds an empty signature of $name wrong', async (scheme) => {
    const { subject, issuer } = issue(scheme, () => new Uint8Array());
    expect(await native(subject, issuer)).toBe('invalid');
    expect(await plain(subject, issuer)).toBe('invalid');
  });
});

const [rsaSha256] = schemes.filter(({ name }) => name === 'RSA with sha256');
const [p256] = schemes.filter(({ name }) => name === 'ECDSA on prime256v1 with sha256');

function some(scheme: Scheme | undefined): Scheme {
  if (!scheme) throw new Error('no such scheme');
  return scheme;
}

describe('what nobody here can check', () => {
  it('is unsupported for an unknown algorithm', async () => {
    const subject = testCertificate({ algorithm: algorithm('1.2.3.4') });
    expect(await native(subject, testCertificate())).toBe('unsupported');
  });

  it('is unsupported for ML-DSA where WebCrypto lacks it', async () => {
    const mlDsa65 = '2.16.840.1.101.3.4.3.18';
    const key = encodeDer(0x03, Uint8Array.of(0), new Uint8Array(1952).fill(1));
    const issuer = testCertificate({ spki: encodeDer(0x30, algorithm(mlDsa65), key) });
    expect(issuer.publicKey.text).toBe('ML-DSA-65');
    const subject = testCertificate({ algorithm: algorithm(mlDsa65) });
    expect(await native(subject, issuer)).toBe('unsupported');
  });

  it('is unsupported for a key that cannot be read', async () => {
    const issuer = testCertificate({
      spki: encodeDer(0x30, algorithm('1.2.3'), encodeDer(0x03, Uint8Array.of(0))),
    });
    expect(await plain(testCertificate(), issuer)).toBe('unsupported');
  });

  it('is never called valid because WebCrypto refuses', async () => {
    const subtle = { importKey: () => Promise.reject(new Error('NotSupportedError')) };
    const broken = createSignatureChecker({ subtle } as unknown as Crypto);
    const { subject, issuer } = issue(some(p256));
    expect(await broken(subject, issuer)).toBe('valid');
    expect(await broken(tampered(subject), issuer)).toBe('invalid');
  });

  it('goes on in plain JavaScript where there is no subtle (http origins)', async () => {
    const insecure = createSignatureChecker({} as Crypto);
    const { subject, issuer } = issue(some(rsaSha256));
    expect(await insecure(subject, issuer)).toBe('valid');
  });
});

/** The same certificate signed over other content. */
function tampered(certificate: Certificate): Certificate {
  const tbs = certificate.tbs.with(certificate.tbs.length - 1, 0xff);
  return { ...certificate, tbs, fingerprint: `${certificate.fingerprint}-tampered` };
}

describe('sloppy signatures', () => {
  it('with a second encoding of the same numbers are invalid, as OpenSSL re-encodes', async () => {
    const { subject, issuer } = issue(some(p256), (signature) =>
      Uint8Array.from([0x30, 0x81, signature[1] ?? 0, ...signature.slice(2)]),
    );
    expect(await native(subject, issuer)).toBe('invalid');
  });

  it('with octets after them are invalid', async () => {
    const { subject, issuer } = issue(some(p256), (signature) =>
      Uint8Array.from([...signature, 0]),
    );
    expect(await native(subject, issuer)).toBe('invalid');
  });

  it('one octet short of the RSA modulus are invalid', async () => {
    const { subject, issuer } = issue(some(rsaSha256), (signature) => signature.slice(1));
    expect(await plain(subject, issuer)).toBe('invalid');
  });
});

describe('what a checker remembers', () => {
  it('asks once for one certificate and key, and again for other content', async () => {
    const { subject, issuer } = issue(some(p256));
    const verify = vi.spyOn(webcrypto.subtle, 'verify');
    const checker = createSignatureChecker(webcrypto as Crypto);
    await checker(subject, issuer);
    await checker(subject, testCertificate({ spki: issuer.publicKey.der, subject: 'renewed' }));
    expect(verify).toHaveBeenCalledTimes(1);
    expect(await checker(tampered(subject), issuer)).toBe('invalid');
    expect(verify).toHaveBeenCalledTimes(2);
    verify.mockRestore();
  });
});
