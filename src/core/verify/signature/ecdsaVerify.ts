import type { ECDSA, WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js';
import type { PublicKeyInfo } from '../../pki/types.ts';
import type { SignatureVerdict } from '../types.ts';
import { digestByName } from './digests.ts';
import { explicitCurve, lesserCurve, type CurveParameters } from './ecParameters.ts';
import type { SignatureTask } from './signatureTask.ts';

/** ECDSA (SEC 1 §4.1.4) on @noble/curves, for every prime curve that OpenSSL knows and explicit parameters. */
export async function verifyEcdsa(
  task: Extract<SignatureTask, { kind: 'ecdsa' }>,
): Promise<SignatureVerdict> {
  const digest = await digestByName(task.digest);
  const curve = await loadCurve(task.key);
  if (!digest || !curve) return 'unsupported';
  const verified = curve.verify(task.rawSignature, digest(task.message), task.key.keyBytes, {
    prehash: false,
    lowS: false,
    format: 'compact',
  });
  return verified ? 'valid' : 'invalid';
}

async function loadCurve(key: PublicKeyInfo): Promise<ECDSA | null> {
  if (key.curve === 'explicit') {
    const parameters = explicitCurve(key.algorithm.parameters);
    return parameters && makeCurve(parameters);
  }
  const lesser = lesserCurve(key.curve ?? '');
  if (lesser) return makeCurve(lesser);
  switch (key.curve) {
    case 'P-256':
      return (await import('@noble/curves/nist.js')).p256;
    case 'P-384':
      return (await import('@noble/curves/nist.js')).p384;
    case 'P-521':
      return (await import('@noble/curves/nist.js')).p521;
    case 'secp256k1':
      return (await import('@noble/curves/secp256k1.js')).secp256k1;
    case 'brainpoolP256r1':
      return (await import('@noble/curves/misc.js')).brainpoolP256r1;
    case 'brainpoolP384r1':
      return (await import('@noble/curves/misc.js')).brainpoolP384r1;
    case 'brainpoolP512r1':
      return (await import('@noble/curves/misc.js')).brainpoolP512r1;
    default:
      return null;
  }
}

async function makeCurve(parameters: CurveParameters): Promise<ECDSA> {
  const { ecdsa, weierstrass } = await import('@noble/curves/abstract/weierstrass.js');
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const point: WeierstrassPointCons<bigint> = weierstrass(parameters);
  return ecdsa(point, sha256);
}
