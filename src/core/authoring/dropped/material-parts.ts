import {
  encodePem,
  publicKeyMatches,
  type Certificate,
  type PrivateKeyInfo,
} from '../../pki/index.ts';
import type { DroppedMaterial } from './types.ts';

/** The private keys of a file that are not encrypted. */
export function keysOf({ contents }: DroppedMaterial): readonly PrivateKeyInfo[] {
  return contents.keys.flatMap((reading) => (reading.state === 'plain' ? [reading.key] : []));
}

/** Whether a certificate may issue others. */
export function isAuthority({ extensions }: Certificate): boolean {
  return extensions.basicConstraints?.ca === true;
}

/** The first certificate that is no CA's; a self-signed one without the mark counts as it. */
export function leafOf({ contents }: DroppedMaterial): Certificate | null {
  return contents.certificates.find((certificate) => !isAuthority(certificate)) ?? null;
}

/** Leaf first, then everything else in the file's order: as TLS presents it. */
export function chainPem(file: DroppedMaterial, leaf: Certificate): string {
  const rest = file.contents.certificates.filter((certificate) => certificate !== leaf);
  return pemOf([leaf, ...rest]);
}

/** The key of the file that belongs to the certificate; null when none does. */
export function matchingKey(file: DroppedMaterial, leaf: Certificate): PrivateKeyInfo | null {
  return keysOf(file).find((key) => publicKeyMatches(leaf.publicKey, key) === true) ?? null;
}

/** The key as PKCS#8, which every gateway and server reads. */
export function keyPem({ pkcs8 }: PrivateKeyInfo): string {
  return encodePem('PRIVATE KEY', pkcs8);
}

/** The CA certificates of a file. */
export function authoritiesOf({ contents }: DroppedMaterial): readonly Certificate[] {
  return contents.certificates.filter(isAuthority);
}

/** Certificates one after the other. */
export function pemOf(certificates: readonly Certificate[]): string {
  return certificates.map(({ der }) => encodePem('CERTIFICATE', der)).join('');
}

/** Whether the file holds a CA by whose name one of the certificates says that it was issued. */
export function namesIssuer(file: DroppedMaterial, issued: readonly Certificate[]): boolean {
  return authoritiesOf(file).some(({ subject }) =>
    issued.some(({ issuer }) => issuer.canonical === subject.canonical),
  );
}
