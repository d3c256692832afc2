import { decodeCertificate } from '../certificate.ts';
import { tags } from '../der/tags.ts';
import { encodeDer } from '../der-write.ts';
import { encodePem } from '../encode-pem.ts';
import { subjectPublicKeyInfo } from '../keys/public-key-bytes.ts';
import { readPrivateKey, type PrivateKeyInfo } from '../keys/read-private-key.ts';
import { signatureScheme } from '../keys/signature-scheme.ts';
import { signData } from '../keys/sign-data.ts';
import { generateKeyPair, type KeyPairDer } from './generate-key-pair.ts';
import type { CertificateSpec, IssuedCertificate } from './types.ts';

/**
 * Issues an X.509 v3 certificate (RFC 5280) with subject and authority key identifiers, and a new key unless
 * `spec.key` gives one. pkijs encodes what is signed and is loaded at the first call; keys and signatures
 * are Web Crypto's, or @noble's without it, so that Ed25519 and plain-http origins work too.
 *
 * @param crypto source of randomness, keys and signatures
 * @throws (rejects) when the spec cannot be carried out: a key that is encrypted or cannot sign, text that is
 *   no IP address, RSA without Web Crypto. User input is to be checked before.
 */
export async function issueCertificate(
  spec: CertificateSpec,
  crypto: Crypto,
): Promise<IssuedCertificate> {
  const pair = await subjectKeyPair(spec, crypto);
  const ownKey = plainKey(pair.pkcs8);
  const signer = spec.issuer === undefined ? ownKey : plainKey(spec.issuer.key);
  const scheme = signatureScheme(signer);
  if (scheme === null) throw new TypeError(`${signer.text} keys cannot sign certificates here`);
  const { buildTbs } = await import('./build-tbs.ts');
  const tbs = buildTbs(spec, {
    spki: pair.spki,
    serial: spec.serial ?? randomSerial(crypto),
    signatureAlgorithm: scheme.identifier,
    issuer: spec.issuer?.certificate ?? null,
  });
  const signature = await signData(signer, tbs, crypto);
  if (signature === null) throw new TypeError(`the ${signer.text} key could not sign`);
  const value = encodeDer(tags.bitString, Uint8Array.of(0), signature);
  return issued(encodeDer(tags.sequence, tbs, scheme.identifier, value), pair);
}

function issued(der: Uint8Array, pair: KeyPairDer): IssuedCertificate {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) throw new Error(`issued a certificate that does not decode: ${decoded.problem}`);
  return {
    certificate: decoded.certificate,
    certificatePem: encodePem('CERTIFICATE', der),
    keyPem: encodePem('PRIVATE KEY', pair.pkcs8),
  };
}

async function subjectKeyPair(spec: CertificateSpec, crypto: Crypto): Promise<KeyPairDer> {
  if (spec.key !== undefined) {
    const key = plainKey(spec.key);
    const spki = subjectPublicKeyInfo(key);
    if (spki === null)
      throw new TypeError(`the public half of a ${key.text} key is not known here`);
    return { pkcs8: key.pkcs8, spki };
  }
  const pair = await generateKeyPair(spec.keyAlgorithm, crypto);
  if (pair === null) throw new TypeError(`${spec.keyAlgorithm} keys cannot be made on this origin`);
  return pair;
}

function plainKey(input: string | Uint8Array): PrivateKeyInfo {
  const reading = readPrivateKey(input);
  if (reading.state !== 'plain')
    throw new TypeError(`a private key is needed, found: ${reading.state}`);
  return reading.key;
}

/** RFC 5280 §4.1.2.2: positive, at most 20 octets, hard to guess. */
function randomSerial(crypto: Crypto): Uint8Array {
  const serial = crypto.getRandomValues(new Uint8Array(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}
