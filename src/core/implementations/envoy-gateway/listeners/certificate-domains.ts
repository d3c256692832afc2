import { attributeOids } from '../../../pki/name-attribute-types.ts';
import type { Certificate, KeyFamily } from '../../../pki/types.ts';

/** Go's names of public key algorithms; others are numbers. */
const ALGORITHMS: Readonly<Partial<Record<KeyFamily, string>>> = {
  RSA: 'RSA',
  EC: 'ECDSA',
  Ed25519: 'Ed25519',
  DSA: 'DSA',
};

/** @see Go crypto/x509 `PublicKeyAlgorithm.String` */
export function publicKeyAlgorithm({ publicKey }: Certificate): string {
  return ALGORITHMS[publicKey.family] ?? '0';
}

/** The names by which Envoy Gateway tells certificates of one listener apart: dNSNames, else the common name. */
export function certificateDomains({ extensions, subject }: Certificate): readonly string[] {
  const names = (extensions.subjectAltNames ?? [])
    .filter(({ kind }) => kind === 'dns')
    .map(({ value }) => value);
  if (names.length > 0) return [...new Set(names)];
  const common = commonName({ subject });
  return common === undefined || common === '' ? [] : [common];
}

/** Go takes the last one. */
export function commonName({ subject }: Pick<Certificate, 'subject'>): string | undefined {
  return subject.attributes.findLast(({ oid }) => oid === attributeOids.commonName)?.value;
}
