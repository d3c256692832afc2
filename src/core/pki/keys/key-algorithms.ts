import type { KeyFamily } from '../types.ts';

/** Object identifiers that name a key's algorithm inside PKCS#8 and SubjectPublicKeyInfo. */
export const keyOids = {
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
  dsa: '1.2.840.10040.4.1',
} as const;

const families = new Map<string, KeyFamily>([
  [keyOids.rsa, 'RSA'],
  [keyOids.rsaPss, 'RSA-PSS'],
  [keyOids.ec, 'EC'],
  [keyOids.ed25519, 'Ed25519'],
  [keyOids.ed448, 'Ed448'],
  [keyOids.dsa, 'DSA'],
  ['2.16.840.1.101.3.4.3.17', 'ML-DSA'],
  ['2.16.840.1.101.3.4.3.18', 'ML-DSA'],
  ['2.16.840.1.101.3.4.3.19', 'ML-DSA'],
]);

/** The family that an algorithm identifier names (RFC 8017, RFC 5480, RFC 8410, RFC 9881). */
export function keyFamily(oid: string): KeyFamily {
  return families.get(oid) ?? 'other';
}
