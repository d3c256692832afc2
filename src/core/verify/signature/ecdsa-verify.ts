import type { ECDSA } from '@noble/curves/abstract/weierstrass.js';
import { curveByName, type CurveDomain } from '../../pki/certificate-curves.ts';
import { explicitCurve } from '../../pki/certificate-ec-key.ts';
import type { PublicKeyInfo } from '../../pki/types.ts';
import type { SignatureVerdict } from '../types.ts';
import { digestByName } from './digests.ts';
import type { SignatureTask } from './signature-task.ts';

const built = new Map<string, Promise<ECDSA>>();

/** ECDSA (SEC 1 §4.1.4) in plain JavaScript, for every prime curve that OpenSSL knows and explicit parameters. */
export async function verifyEcdsa(
  task: Extract<SignatureTask, { kind: 'ecdsa' }>,
): Promise<SignatureVerdict> {
  const digest = await digestByName(task.digest);
  const curve = await curveOf(task.key);
  if (!digest || !curve) return 'unsupported';
  const verified = curve.verify(task.rawSignature, digest(task.message), task.key.keyBytes, {
    prehash: false,
    lowS: false,
    format: 'compact',
  });
  return verified ? 'valid' : 'invalid';
}

async function curveOf(key: PublicKeyInfo): Promise<ECDSA | null> {
  if (key.curve === undefined) return null;
  if (key.curve === 'explicit') {
    const domain = explicitCurve(key.algorithm.parameters);
    return domain && buildCurve(domain);
  }
  const domain = curveByName(key.curve);
  if (!domain) return null;
  const known = built.get(domain.name) ?? buildCurve(domain);
  built.set(domain.name, known);
  return known;
}

async function buildCurve({ p, a, b, n, Gx, Gy }: CurveDomain): Promise<ECDSA> {
  const { ecdsa, weierstrass } = await import('@noble/curves/abstract/weierstrass.js');
  const { sha256 } = await import('@noble/hashes/sha2.js');
  // The digest given here would only serve signing: messages arrive hashed.
  return ecdsa(weierstrass({ p, a, b, n, h: 1n, Gx, Gy }), sha256);
}
