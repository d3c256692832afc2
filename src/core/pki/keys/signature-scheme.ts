import { encodeDer, encodeOid } from '../der-write.ts';
import type { KeyFamily } from '../types.ts';

/** The part of a key that decides how it signs: private and public keys both have it. */
export interface KeyKind {
  readonly family: KeyFamily;
  readonly curve?: string;
  readonly text: string;
}

/** How a key signs: the X.509 signature algorithm and its Web Crypto parameters. */
export interface SignatureScheme {
  /** AlgorithmIdentifier DER: RSA with NULL parameters (RFC 4055 §5), others without (RFC 5758, RFC 8410). */
  readonly identifier: Uint8Array;
  readonly importAlgorithm: RsaHashedImportParams | EcKeyImportParams | Algorithm;
  readonly signAlgorithm: EcdsaParams | Algorithm;
  /** Octets of one coordinate, for ECDSA: Web Crypto's signatures are `r ‖ s` of this width. */
  readonly width?: number;
}

/**
 * The scheme a key of this kind signs with here: RSA with PKCS#1 v1.5 and SHA-256, ECDSA with the hash that
 * fits the curve, Ed25519, Ed448, ML-DSA. Null when nothing here can sign with it.
 */
export function signatureScheme(key: KeyKind): SignatureScheme | null {
  switch (key.family) {
    case 'RSA':
    case 'RSA-PSS':
      return rsa;
    case 'EC':
      return ecdsa.get(key.curve ?? '') ?? null;
    case 'Ed25519':
      return plain('1.3.101.112', 'Ed25519');
    case 'Ed448':
      return plain('1.3.101.113', 'Ed448');
    case 'ML-DSA':
    case 'DSA':
    case 'other':
      return null;
    default:
      return key.family satisfies never;
  }
}

const rsa: SignatureScheme = {
  identifier: encodeDer(0x30, encodeOid('1.2.840.113549.1.1.11'), encodeDer(0x05)),
  importAlgorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  signAlgorithm: { name: 'RSASSA-PKCS1-v1_5' },
};

function plain(oid: string, name: string): SignatureScheme {
  const identifier = encodeDer(0x30, encodeOid(oid));
  return { identifier, importAlgorithm: { name }, signAlgorithm: { name } };
}

function curve(
  namedCurve: string,
  hash: 'SHA-256' | 'SHA-384' | 'SHA-512',
  width: number,
): [string, SignatureScheme] {
  const last = { 'SHA-256': 2, 'SHA-384': 3, 'SHA-512': 4 }[hash];
  return [
    namedCurve,
    {
      identifier: encodeDer(0x30, encodeOid(`1.2.840.10045.4.3.${last}`)),
      importAlgorithm: { name: 'ECDSA', namedCurve },
      signAlgorithm: { name: 'ECDSA', hash },
      width,
    },
  ];
}

const ecdsa = new Map<string, SignatureScheme>([
  curve('P-256', 'SHA-256', 32),
  curve('P-384', 'SHA-384', 48),
  curve('P-521', 'SHA-512', 66),
  curve('secp256k1', 'SHA-256', 32),
  curve('brainpoolP256r1', 'SHA-256', 32),
  curve('brainpoolP384r1', 'SHA-384', 48),
  curve('brainpoolP512r1', 'SHA-512', 64),
]);
