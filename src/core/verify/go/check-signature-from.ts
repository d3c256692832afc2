import { decodePssParameters } from '../../pki/certificate-pss-parameters.ts';
import type { Certificate, KeyFamily } from '../../pki/types.ts';
import type { SignatureChecker } from '../types.ts';
import type { GoCertificateFields } from './go-certificate.ts';
import { GoError } from './go-error.ts';

interface Algorithm {
  /** As Go prints it. */
  readonly name: string;
  readonly key: 'RSA' | 'ECDSA' | 'Ed25519' | 'DSA';
  readonly insecure?: true;
}

/** Signature algorithms that Go knows. @see Go 1.26 src/crypto/x509/x509.go `signatureAlgorithmDetails` */
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  '1.2.840.113549.1.1.4': { name: 'MD5-RSA', key: 'RSA', insecure: true },
  '1.2.840.113549.1.1.5': { name: 'SHA1-RSA', key: 'RSA', insecure: true },
  '1.3.14.3.2.29': { name: 'SHA1-RSA', key: 'RSA', insecure: true },
  '1.2.840.113549.1.1.11': { name: 'SHA256-RSA', key: 'RSA' },
  '1.2.840.113549.1.1.12': { name: 'SHA384-RSA', key: 'RSA' },
  '1.2.840.113549.1.1.13': { name: 'SHA512-RSA', key: 'RSA' },
  '1.2.840.10040.4.3': { name: 'DSA-SHA1', key: 'DSA', insecure: true },
  '2.16.840.1.101.3.4.3.2': { name: 'DSA-SHA256', key: 'DSA' },
  '1.2.840.10045.4.1': { name: 'ECDSA-SHA1', key: 'ECDSA', insecure: true },
  '1.2.840.10045.4.3.2': { name: 'ECDSA-SHA256', key: 'ECDSA' },
  '1.2.840.10045.4.3.3': { name: 'ECDSA-SHA384', key: 'ECDSA' },
  '1.2.840.10045.4.3.4': { name: 'ECDSA-SHA512', key: 'ECDSA' },
  '1.3.101.112': { name: 'Ed25519', key: 'Ed25519' },
};
const PSS = '1.2.840.113549.1.1.10';
const PSS_SALTS: Readonly<Record<string, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };

const KEY_TYPES: Readonly<
  Partial<Record<KeyFamily, { readonly key: string; readonly type: string }>>
> = {
  RSA: { key: 'RSA', type: '*rsa.PublicKey' },
  EC: { key: 'ECDSA', type: '*ecdsa.PublicKey' },
  Ed25519: { key: 'Ed25519', type: 'ed25519.PublicKey' },
};

const cannotSign = new GoError(
  'ConstraintSignatureError',
  'x509: invalid signature: parent certificate cannot sign this kind of certificate',
);
const unimplemented = new GoError(
  'UnsupportedAlgorithm',
  'x509: cannot verify signature: algorithm unimplemented',
);

/**
 * Whether `parent` may sign certificates and signed `child`. MD5 and SHA-1 are refused, RSA keys below 1024 bits
 * too. `unproven` when it cannot be checked here.
 *
 * @see Go 1.26 src/crypto/x509/x509.go `CheckSignatureFrom`, `checkSignature`
 */
export async function checkSignatureFrom(
  child: GoCertificateFields,
  parent: GoCertificateFields,
  check: SignatureChecker,
): Promise<GoError | 'unproven' | null> {
  const { basicConstraints, certificate, mayCertSign } = parent;
  const isCa = basicConstraints?.ca ?? certificate.version < 3;
  if (!isCa || mayCertSign === false) return cannotSign;
  const algorithm = algorithmOf(child.certificate);
  if (!algorithm) return unimplemented;
  if (algorithm.insecure) return insecure(algorithm.name);
  const { family, bits } = certificate.publicKey;
  const key = KEY_TYPES[family];
  if (!key) return unimplemented;
  if (key.key !== algorithm.key) return mismatch(algorithm.key, key.type);
  if (family === 'RSA' && bits !== null && bits < 1024) return tooShort(bits);
  switch (await check(child.certificate, certificate)) {
    case 'valid':
      return null;
    case 'invalid':
      return new GoError('VerificationFailure', FAILURES[algorithm.key]);
    case 'unsupported':
      return 'unproven';
  }
}

const FAILURES: Readonly<Record<Algorithm['key'], string>> = {
  RSA: 'crypto/rsa: verification error',
  ECDSA: 'x509: ECDSA verification failure',
  Ed25519: 'x509: Ed25519 verification failure',
  DSA: unimplemented.text,
};

/** PSS only with one digest throughout and a salt of its length; Ed25519 only without parameters. */
function algorithmOf({ signatureAlgorithm }: Certificate): Algorithm | undefined {
  const { oid, parameters } = signatureAlgorithm;
  if (oid === '1.3.101.112' && parameters) return undefined;
  if (oid !== PSS) return ALGORITHMS[oid];
  const pss = decodePssParameters(parameters);
  const isKnown =
    pss?.digest === pss?.mgfDigest && pss !== null && PSS_SALTS[pss.digest] === pss.saltLength;
  return isKnown ? { name: `${pss.digest.replace('-', '')}-RSAPSS`, key: 'RSA' } : undefined;
}

function insecure(name: string): GoError {
  const text = `x509: cannot verify signature: insecure algorithm ${name}`;
  return new GoError('InsecureAlgorithmError', text);
}

function mismatch(expected: string, type: string): GoError {
  const text = `x509: signature algorithm specifies an ${expected} public key, but have public key of type ${type}`;
  return new GoError('VerificationFailure', text);
}

function tooShort(bits: number): GoError {
  const text = `crypto/rsa: ${String(bits)}-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)`;
  return new GoError('VerificationFailure', text);
}
