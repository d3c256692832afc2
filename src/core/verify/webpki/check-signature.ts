import type { Certificate } from '../../pki/types.ts';
import type { SignatureChecker } from '../types.ts';
import { binaryText } from '../der/binary-text.ts';
import { DerString, TAG } from '../der/der-string.ts';
import type { WebpkiCertificate } from './parse-certificate.ts';
import { readElement } from './read-element.ts';
import { signatureAlgorithms, type WebpkiAlgorithm } from './signature-algorithms.ts';
import { badDer, trailingData, WebpkiError } from './webpki-error.ts';

/** Whose key is asked: only its SubjectPublicKeyInfo counts. */
export interface Signer {
  readonly certificate: Certificate;
  /** Content of the SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
}

export interface SignatureRules {
  readonly provider: 'aws-lc-rs' | 'ring';
  readonly release: '0.102' | '0.103';
  readonly checkSignature: SignatureChecker;
}

/**
 * Whether `signer` signed `subject`, with one of the algorithms that the provider offers; they are found by the
 * octets of both AlgorithmIdentifiers. RSA keys have 2048 to 8192 bits. `unproven` when it cannot be checked here.
 *
 * @see rustls-webpki 0.103.14 src/signed_data.rs `verify_signed_data`
 */
export async function checkSignature(
  subject: WebpkiCertificate,
  signer: Signer,
  rules: SignatureRules,
): Promise<WebpkiError | 'unproven' | null> {
  const wanted = binaryText(subject.signatureAlgorithm);
  const algorithms = signatureAlgorithms(rules.provider);
  const offered = algorithms.filter(({ signature }) => signature === wanted);
  if (offered.length === 0) return unsupported(subject.signatureAlgorithm, algorithms, rules);
  const key = readKeyAlgorithm(signer.spki);
  if (key instanceof WebpkiError) return key;
  const publicKey = binaryText(key);
  const found = offered.find((algorithm) => algorithm.publicKey === publicKey);
  if (!found) return unsupportedForKey(subject.signatureAlgorithm, key, rules);
  const { bits, decodable } = signer.certificate.publicKey;
  const fits = !found.isRsa || (bits !== null && bits >= 2048 && bits <= 8192);
  if (!decodable || !fits) return new WebpkiError('InvalidSignatureForPublicKey');
  switch (await rules.checkSignature(subject.certificate, signer.certificate)) {
    case 'valid':
      return null;
    case 'invalid':
      return new WebpkiError('InvalidSignatureForPublicKey');
    case 'unsupported':
      return 'unproven';
  }
}

function readKeyAlgorithm(spki: Uint8Array): Uint8Array | WebpkiError {
  const reader = new DerString(spki);
  const algorithm = readElement(reader, TAG.sequence)?.rest;
  if (!algorithm) return badDer;
  const key = readElement(reader, TAG.bitString)?.rest;
  if (!key) return trailingData('BitString');
  if (key[0] !== 0) return badDer;
  return reader.isEmpty ? algorithm : trailingData('SubjectPublicKeyInfo');
}

function unsupported(
  algorithm: Uint8Array,
  supported: readonly WebpkiAlgorithm[],
  { release }: SignatureRules,
): WebpkiError {
  if (release === '0.102') return new WebpkiError('UnsupportedSignatureAlgorithm');
  const name = 'UnsupportedSignatureAlgorithmContext';
  const list = supported.map(({ signatureHex }) => `0x${signatureHex}`).join(', ');
  const fields = `${name} { signature_algorithm_id: ${octetList(algorithm)}, supported_algorithms: [${list}] }`;
  return new WebpkiError(name, `${name}(${fields})`, fields);
}

function unsupportedForKey(
  algorithm: Uint8Array,
  key: Uint8Array,
  { release }: SignatureRules,
): WebpkiError {
  if (release === '0.102') return new WebpkiError('UnsupportedSignatureAlgorithmForPublicKey');
  const name = 'UnsupportedSignatureAlgorithmForPublicKeyContext';
  const fields = `${name} { signature_algorithm_id: ${octetList(algorithm)}, public_key_algorithm_id: ${octetList(key)} }`;
  return new WebpkiError(name, `${name}(${fields})`, fields);
}

/** As Rust prints a `Vec<u8>`. */
function octetList(octets: Uint8Array): string {
  return `[${octets.join(', ')}]`;
}
