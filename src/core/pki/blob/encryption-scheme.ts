import { PBES2Params, type AlgorithmIdentifier } from 'pkijs';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';

/** Ciphers that Web Crypto decrypts: AES-128/192/256 in CBC mode. */
const webCryptoCiphers = new Set([
  '2.16.840.1.101.3.4.1.2',
  '2.16.840.1.101.3.4.1.22',
  '2.16.840.1.101.3.4.1.42',
]);

const names = new Map([
  ['1.2.840.113549.1.12.1.1', 'RC4-128 with SHA-1'],
  ['1.2.840.113549.1.12.1.2', 'RC4-40 with SHA-1'],
  ['1.2.840.113549.1.12.1.3', '3DES with SHA-1'],
  ['1.2.840.113549.1.12.1.4', 'two-key 3DES with SHA-1'],
  ['1.2.840.113549.1.12.1.5', 'RC2-128 with SHA-1'],
  ['1.2.840.113549.1.12.1.6', 'RC2-40 with SHA-1'],
  ['1.2.840.113549.1.5.3', 'DES with MD5'],
  ['1.2.840.113549.1.5.10', 'DES with SHA-1'],
  ['1.2.840.113549.3.7', '3DES'],
  ['1.2.840.113549.3.2', 'RC2'],
  ['1.3.6.1.4.1.11591.4.11', 'scrypt'],
]);

/**
 * Names the encryption when it is one that cannot be undone here: anything but PBES2 with PBKDF2 and AES-CBC
 * (RFC 8018 §6.2).
 *
 * @returns null when it can be undone
 */
export function unsupportedScheme(algorithm: AlgorithmIdentifier): string | null {
  if (algorithm.algorithmId !== PBES2) return nameOf(algorithm.algorithmId);
  const parameters = new PBES2Params({ schema: algorithm.algorithmParams });
  const derivation = parameters.keyDerivationFunc.algorithmId;
  if (derivation !== PBKDF2) return nameOf(derivation);
  const cipher = parameters.encryptionScheme.algorithmId;
  return webCryptoCiphers.has(cipher) ? null : nameOf(cipher);
}

function nameOf(oid: string): string {
  return names.get(oid) ?? `algorithm ${oid}`;
}
