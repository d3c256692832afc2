import { DerReader } from '../../pki/der/der-reader.ts';
import { bitLength, octetsToBigInt } from '../../pki/der/integer.ts';
import { tags } from '../../pki/der/tags.ts';
import type { PublicKeyInfo } from '../../pki/types.ts';
import type { SignatureVerdict } from '../types.ts';
import { digestByName } from './digests.ts';
import { decodeSignatureNumbers } from './ecdsa-signature.ts';
import { modularPower } from './modular-power.ts';
import type { SignatureTask } from './signature-task.ts';

/** `crypto/dsa/dsa_ossl.c` refuses other subgroup sizes and larger moduli. */
const subgroupBits = new Set([160, 224, 256]);
const maxModulusBits = 10_000;

interface DsaKey {
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
  readonly y: bigint;
  readonly qBits: number;
}

/** DSA (FIPS 186-4 §4.7) in plain JavaScript: old roots have it, and WebCrypto never had. */
export async function verifyDsa(
  task: Extract<SignatureTask, { kind: 'dsa' }>,
): Promise<SignatureVerdict> {
  const digest = await digestByName(task.digest);
  const key = readDsaKey(task.key);
  if (!digest) return 'unsupported';
  const numbers = decodeSignatureNumbers(task.signature);
  if (!key || !numbers) return 'invalid';
  const [r, s] = [octetsToBigInt(numbers.r), octetsToBigInt(numbers.s)];
  const { p, q, g, y, qBits } = key;
  if (r === 0n || s === 0n || r >= q || s >= q) return 'invalid';
  const z = octetsToBigInt(digest(task.message).subarray(0, qBits / 8));
  // q is prime: the inverse by Fermat's little theorem.
  const w = modularPower(s, q - 2n, q);
  const u1 = modularPower(g, (z * w) % q, p);
  const u2 = modularPower(y, (r * w) % q, p);
  return ((u1 * u2) % p) % q === r ? 'valid' : 'invalid';
}

/** Dss-Parms and DSAPublicKey (RFC 3279 §2.3.2); `null` for what OpenSSL refuses to verify with. */
function readDsaKey(key: PublicKeyInfo): DsaKey | null {
  const parameters = key.algorithm.parameters;
  const body = parameters && DerReader.over(parameters).enter(tags.sequence, 'Dss-Parms');
  const p = body?.expect(tags.integer, 'p');
  const q = body?.expect(tags.integer, 'q');
  const g = body?.expect(tags.integer, 'g');
  const reader = DerReader.over(key.keyBytes);
  const y = reader.expect(tags.integer, 'y');
  if (!body || !p || !q || !g || !y) return null;
  const qBits = bitLength(body.content(q));
  if (!subgroupBits.has(qBits) || bitLength(body.content(p)) > maxModulusBits) return null;
  return {
    p: octetsToBigInt(body.content(p)),
    q: octetsToBigInt(body.content(q)),
    g: octetsToBigInt(body.content(g)),
    y: octetsToBigInt(reader.content(y)),
    qBits,
  };
}
