import { decodeCertificate } from '../certificate.ts';
import { encodePem } from '../encode-pem.ts';
import type { KeyPairDer } from './generate-key-pair.ts';
import { plainKey, schemeOf, signedSequence, subjectKeyPair } from './signing.ts';
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
  const { identifier } = schemeOf(signer);
  const { buildTbs } = await import('./build-tbs.ts');
  const tbs = buildTbs(spec, {
    spki: pair.spki,
    serial: spec.serial ?? randomSerial(crypto),
    signatureAlgorithm: identifier,
    issuer: spec.issuer?.certificate ?? null,
  });
  return issued(await signedSequence(tbs, signer, crypto), pair);
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

/** RFC 5280 §4.1.2.2: positive, at most 20 octets, hard to guess. */
function randomSerial(crypto: Crypto): Uint8Array {
  const serial = crypto.getRandomValues(new Uint8Array(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}
