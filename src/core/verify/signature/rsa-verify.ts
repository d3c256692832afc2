import { concatBytes } from '@noble/hashes/utils.js';
import { bitLength } from '../../pki/der/integer.ts';
import type { SignatureVerdict } from '../types.ts';
import { digestByName, type Digest } from './digests.ts';
import { digestInfo } from './digest-info.ts';
import { rsaRecover } from './rsa-public.ts';
import type { SignatureTask } from './signature-task.ts';

type Task<K extends SignatureTask['kind']> = Extract<SignatureTask, { kind: K }>;

/** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2) in plain JavaScript: encode and compare, no parsing of padding. */
export async function verifyRsaPkcs1(task: Task<'rsa-pkcs1'>): Promise<SignatureVerdict> {
  const digest = await digestByName(task.digest);
  const info = digest && digestInfo(task.digest, digest(task.message));
  if (!info) return 'unsupported';
  const recovered = rsaRecover(task.modulus, task.exponent, task.signature);
  const padding = task.modulus.length - info.length - 3;
  if (!recovered || padding < 8) return 'invalid';
  const expected = concatBytes(
    Uint8Array.of(0, 1),
    new Uint8Array(padding).fill(0xff),
    Uint8Array.of(0),
    info,
  );
  return equalBytes(recovered, expected) ? 'valid' : 'invalid';
}

/** RSASSA-PSS (RFC 8017 §8.1.2, §9.1.2) in plain JavaScript, digests and salt as the parameters say. */
export async function verifyRsaPss(task: Task<'rsa-pss'>): Promise<SignatureVerdict> {
  const digest = await digestByName(task.digest);
  const mgfDigest = await digestByName(task.mgfDigest);
  if (!digest || !mgfDigest) return 'unsupported';
  const recovered = rsaRecover(task.modulus, task.exponent, task.signature);
  if (!recovered) return 'invalid';
  const emBits = bitLength(task.modulus) - 1;
  const skip = recovered.length - Math.ceil(emBits / 8);
  if (skip > 0 && recovered[0] !== 0) return 'invalid';
  const hash = digest(task.message);
  const ok = isPssEncoding(
    recovered.subarray(skip),
    emBits,
    hash,
    task.saltLength,
    digest,
    mgfDigest,
  );
  return ok ? 'valid' : 'invalid';
}

/** EMSA-PSS-VERIFY, steps 3 to 14. */
function isPssEncoding(
  em: Uint8Array,
  emBits: number,
  hash: Uint8Array,
  saltLength: number,
  digest: Digest,
  mgfDigest: Digest,
): boolean {
  const dbLength = em.length - hash.length - 1;
  const zeros = dbLength - saltLength - 1;
  if (zeros < 0 || em[em.length - 1] !== 0xbc) return false;
  const topMask = 0xff >> (8 * em.length - emBits);
  if (((em[0] ?? 0) & ~topMask) !== 0) return false;
  const h = em.subarray(dbLength, em.length - 1);
  const mask = mgf1(h, dbLength, mgfDigest);
  const db = em.slice(0, dbLength).map((octet, index) => octet ^ (mask[index] ?? 0));
  db[0] = (db[0] ?? 0) & topMask;
  if (db.subarray(0, zeros).some((octet) => octet !== 0) || db[zeros] !== 1) return false;
  const salt = db.subarray(zeros + 1);
  return equalBytes(h, digest(concatBytes(new Uint8Array(8), hash, salt)));
}

/** MGF1 (RFC 8017 B.2.1). */
function mgf1(seed: Uint8Array, length: number, digest: Digest): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let counter = 0, have = 0; have < length; counter++) {
    const suffix = Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter);
    const block = digest(concatBytes(seed, suffix));
    blocks.push(block);
    have += block.length;
  }
  return concatBytes(...blocks).subarray(0, length);
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}
