import { concatBytes } from '@noble/hashes/utils.js';
import { bitLength } from '../../pki/der/integer.ts';
import { sameBytes } from '../../pki/same-bytes.ts';
import type { SignatureVerdict } from '../types.ts';
import { digestByName } from './digests.ts';
import { digestInfo } from './digest-info.ts';
import { pssFault } from './pss-encoding.ts';
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
  return sameBytes(recovered, expected) ? 'valid' : 'invalid';
}

/** RSASSA-PSS (RFC 8017 §8.1.2, §9.1.2) in plain JavaScript, digests and salt as the parameters say. */
export async function verifyRsaPss(task: Task<'rsa-pss'>): Promise<SignatureVerdict> {
  const digest = await digestByName(task.digest);
  const mgfDigest = await digestByName(task.mgfDigest);
  if (!digest || !mgfDigest) return 'unsupported';
  const recovered = rsaRecover(task.modulus, task.exponent, task.signature);
  if (!recovered) return 'invalid';
  const { message, saltLength } = task;
  const modulusBits = bitLength(task.modulus);
  const encoding = { recovered, modulusBits, message, saltLength, digest, mgfDigest };
  return pssFault(encoding) === null ? 'valid' : 'invalid';
}
