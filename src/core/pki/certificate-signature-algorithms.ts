import type { KeyFamily } from './types.ts';

export type DigestName =
  | 'MD2'
  | 'MD4'
  | 'MD5'
  | 'RIPEMD-160'
  | 'SHA-1'
  | 'SHA-224'
  | 'SHA-256'
  | 'SHA-384'
  | 'SHA-512'
  | 'SHA-512/224'
  | 'SHA-512/256'
  | 'SHA3-224'
  | 'SHA3-256'
  | 'SHA3-384'
  | 'SHA3-512'
  | 'SM3';

/** How a signature OID is made: which kind of key, over which digest. */
export interface SignatureAlgorithm {
  readonly key: KeyFamily;
  /** Absent where the algorithm hashes for itself (Ed25519, ML-DSA) or names it in its parameters (PSS). */
  readonly digest?: DigestName;
  readonly text: string;
  /** The nominal parameter set, where the OID fixes the key type further: `ML-DSA-65`. */
  readonly parameterSet?: string;
}

const sha3 = '2.16.840.1.101.3.4.3';

const withDigest: readonly (readonly [string, KeyFamily, DigestName])[] = [
  ['1.2.840.113549.1.1.2', 'RSA', 'MD2'],
  ['1.2.840.113549.1.1.3', 'RSA', 'MD4'],
  ['1.2.840.113549.1.1.4', 'RSA', 'MD5'],
  ['1.2.840.113549.1.1.5', 'RSA', 'SHA-1'],
  ['1.3.14.3.2.29', 'RSA', 'SHA-1'],
  ['1.3.36.3.3.1.2', 'RSA', 'RIPEMD-160'],
  ['1.2.840.113549.1.1.14', 'RSA', 'SHA-224'],
  ['1.2.840.113549.1.1.11', 'RSA', 'SHA-256'],
  ['1.2.840.113549.1.1.12', 'RSA', 'SHA-384'],
  ['1.2.840.113549.1.1.13', 'RSA', 'SHA-512'],
  ['1.2.840.113549.1.1.15', 'RSA', 'SHA-512/224'],
  ['1.2.840.113549.1.1.16', 'RSA', 'SHA-512/256'],
  [`${sha3}.13`, 'RSA', 'SHA3-224'],
  [`${sha3}.14`, 'RSA', 'SHA3-256'],
  [`${sha3}.15`, 'RSA', 'SHA3-384'],
  [`${sha3}.16`, 'RSA', 'SHA3-512'],
  ['1.2.840.10045.4.1', 'EC', 'SHA-1'],
  ['1.2.840.10045.4.3.1', 'EC', 'SHA-224'],
  ['1.2.840.10045.4.3.2', 'EC', 'SHA-256'],
  ['1.2.840.10045.4.3.3', 'EC', 'SHA-384'],
  ['1.2.840.10045.4.3.4', 'EC', 'SHA-512'],
  [`${sha3}.9`, 'EC', 'SHA3-224'],
  [`${sha3}.10`, 'EC', 'SHA3-256'],
  [`${sha3}.11`, 'EC', 'SHA3-384'],
  [`${sha3}.12`, 'EC', 'SHA3-512'],
  ['1.2.840.10040.4.3', 'DSA', 'SHA-1'],
  ['1.3.14.3.2.27', 'DSA', 'SHA-1'],
  [`${sha3}.1`, 'DSA', 'SHA-224'],
  [`${sha3}.2`, 'DSA', 'SHA-256'],
  [`${sha3}.3`, 'DSA', 'SHA-384'],
  [`${sha3}.4`, 'DSA', 'SHA-512'],
  [`${sha3}.5`, 'DSA', 'SHA3-224'],
  [`${sha3}.6`, 'DSA', 'SHA3-256'],
  [`${sha3}.7`, 'DSA', 'SHA3-384'],
  [`${sha3}.8`, 'DSA', 'SHA3-512'],
];

const schemeNames: Partial<Record<KeyFamily, string>> = { EC: 'ECDSA' };

const byOid = new Map<string, SignatureAlgorithm>([
  ...withDigest.map(
    ([oid, key, digest]) =>
      [oid, { key, digest, text: `${schemeNames[key] ?? key} with ${digest}` }] as const,
  ),
  ['1.2.840.113549.1.1.10', { key: 'RSA-PSS', text: 'RSA-PSS' }],
  ['1.3.101.112', { key: 'Ed25519', text: 'Ed25519' }],
  ['1.3.101.113', { key: 'Ed448', text: 'Ed448' }],
  ['2.16.840.1.101.3.4.3.17', { key: 'ML-DSA', text: 'ML-DSA-44', parameterSet: 'ML-DSA-44' }],
  ['2.16.840.1.101.3.4.3.18', { key: 'ML-DSA', text: 'ML-DSA-65', parameterSet: 'ML-DSA-65' }],
  ['2.16.840.1.101.3.4.3.19', { key: 'ML-DSA', text: 'ML-DSA-87', parameterSet: 'ML-DSA-87' }],
]);

/** The signature algorithm behind an OID (RFC 8017, RFC 5758, RFC 8410, RFC 8692, RFC 9881), if known. */
export function signatureAlgorithm(oid: string): SignatureAlgorithm | undefined {
  return byOid.get(oid);
}
