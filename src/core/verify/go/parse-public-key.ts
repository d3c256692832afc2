import { nobleEcdsa } from '../../pki/keys/noble-curves.ts';
import { TAG, DerString } from '../der/der-string.ts';

interface Curve {
  /** As Go prints it. */
  readonly name: string;
  readonly nist: string;
  /** Octets of a coordinate. */
  readonly width: number;
}

const CURVES: Readonly<Record<string, Curve>> = {
  '1.3.132.0.33': { name: 'P224', nist: 'P-224', width: 28 },
  '1.2.840.10045.3.1.7': { name: 'P256', nist: 'P-256', width: 32 },
  '1.3.132.0.34': { name: 'P384', nist: 'P-384', width: 48 },
  '1.3.132.0.35': { name: 'P521', nist: 'P-521', width: 66 },
};

/** OID and parameters (null when absent) of an AlgorithmIdentifier. */
export type Algorithm =
  | { readonly ok: true; readonly oid: string; readonly parameters: Uint8Array | null }
  | { readonly ok: false; readonly message: string };

/** @see Go crypto/x509 `parseAI` */
export function readAlgorithm(der: DerString): Algorithm {
  const oid = der.objectId();
  if (oid === null) return { ok: false, message: 'x509: malformed OID' };
  if (der.isEmpty) return { ok: true, oid, parameters: null };
  const parameters = der.any();
  return parameters === null
    ? { ok: false, message: 'x509: malformed parameters' }
    : { ok: true, oid, parameters: parameters.whole };
}

/**
 * Reads the key inside SubjectPublicKeyInfo; keys of an algorithm that Go does not know are left unread.
 *
 * @returns Go's error, or null
 * @see Go crypto/x509 `parsePublicKey`
 */
export function publicKeyError(
  { oid, parameters }: Extract<Algorithm, { ok: true }>,
  key: Uint8Array,
): string | null {
  switch (oid) {
    case '1.2.840.113549.1.1.1':
      return rsaError(parameters, key);
    case '1.2.840.10045.2.1':
      return ecError(parameters, key);
    case '1.3.101.112':
      if (parameters !== null) return 'x509: Ed25519 key encoded with illegal parameters';
      return key.length === 32 ? null : 'x509: wrong Ed25519 public key size';
    case '1.3.101.110':
      if (parameters !== null) return 'x509: X25519 key encoded with illegal parameters';
      return key.length === 32 ? null : 'crypto/ecdh: invalid public key';
    case '1.2.840.10040.4.1':
      return dsaError(parameters, key);
    default:
      return null;
  }
}

function rsaError(parameters: Uint8Array | null, key: Uint8Array): string | null {
  const isNull = parameters?.length === 2 && parameters[0] === 0x05 && parameters[1] === 0;
  if (!isNull) return 'x509: RSA key missing NULL parameters';
  const body = new DerString(key).read(TAG.sequence);
  if (body === null) return 'x509: invalid RSA public key';
  const modulus = body.integer();
  if (modulus === null) return 'x509: invalid RSA modulus';
  const exponent = body.integer();
  if (exponent === null || exponent.length > 8) return 'x509: invalid RSA public exponent';
  if (!isPositive(modulus)) return 'x509: RSA modulus is not a positive number';
  return isPositive(exponent) ? null : 'x509: RSA public exponent is not a positive number';
}

function ecError(parameters: Uint8Array | null, key: Uint8Array): string | null {
  const oid = parameters === null ? null : new DerString(parameters).objectId();
  if (oid === null) return 'x509: invalid ECDSA parameters';
  const curve = CURVES[oid];
  if (curve === undefined) return 'x509: unsupported elliptic curve';
  if (key[0] !== 0x04) return 'ecdsa: invalid uncompressed public key';
  if (key.length !== 1 + 2 * curve.width) return `invalid ${curve.name} point encoding`;
  return isOnCurve(curve.nist, key) ? null : `${curve.name} point not on curve`;
}

function isOnCurve(nist: string, key: Uint8Array): boolean {
  try {
    nobleEcdsa(nist)?.Point.fromBytes(key);
    return true;
  } catch {
    return false;
  }
}

function dsaError(parameters: Uint8Array | null, key: Uint8Array): string | null {
  const y = new DerString(key).integer();
  if (y === null) return 'x509: invalid DSA public key';
  const body = parameters === null ? null : new DerString(parameters).read(TAG.sequence);
  const numbers = [y, body?.integer(), body?.integer(), body?.integer()];
  if (body === null || numbers.some((number) => number === null || number === undefined))
    return 'x509: invalid DSA parameters';
  return numbers.every((number) => isPositive(number ?? new Uint8Array()))
    ? null
    : 'x509: zero or negative DSA parameter';
}

/** Of an INTEGER in the shortest form. */
export function isPositive(integer: Uint8Array): boolean {
  const first = integer[0] ?? 0;
  return first < 0x80 && integer.some((byte) => byte !== 0);
}
