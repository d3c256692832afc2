import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import type { DigestName } from '../../pki/certificate-signature-algorithms.ts';

/** A message digest in plain JavaScript. */
export type Digest = (message: Uint8Array) => Uint8Array;

const sha2 = new Map<DigestName, Digest>([
  ['SHA-224', sha224],
  ['SHA-256', sha256],
  ['SHA-384', sha384],
  ['SHA-512', sha512],
  ['SHA-512/224', sha512_224],
  ['SHA-512/256', sha512_256],
]);

/** A digest of the SHA-2 family by name. */
export function sha2Digest(name: DigestName): Digest | undefined {
  return sha2.get(name);
}

/** The digest by name; MD5, SHA-1 and SHA-3 are loaded when first asked for. `null`: not available here. */
export async function digestByName(name: DigestName): Promise<Digest | null> {
  return sha2.get(name) ?? (await legacyDigest(name)) ?? (await sha3Digest(name));
}

async function legacyDigest(name: DigestName): Promise<Digest | null> {
  if (name !== 'MD5' && name !== 'SHA-1' && name !== 'RIPEMD-160') return null;
  const { md5, ripemd160, sha1 } = await import('@noble/hashes/legacy.js');
  return { MD5: md5, 'SHA-1': sha1, 'RIPEMD-160': ripemd160 }[name];
}

async function sha3Digest(name: DigestName): Promise<Digest | null> {
  if (!name.startsWith('SHA3-')) return null;
  const { sha3_224, sha3_256, sha3_384, sha3_512 } = await import('@noble/hashes/sha3.js');
  const byName = new Map<DigestName, Digest>([
    ['SHA3-224', sha3_224],
    ['SHA3-256', sha3_256],
    ['SHA3-384', sha3_384],
    ['SHA3-512', sha3_512],
  ]);
  return byName.get(name) ?? null;
}
