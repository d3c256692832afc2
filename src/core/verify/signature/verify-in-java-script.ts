import type { SignatureVerdict } from '../types.ts';
import { verifyDsa } from './dsa-verify.ts';
import { verifyEcdsa } from './ecdsa-verify.ts';
import { verifyRsaPkcs1, verifyRsaPss } from './rsa-verify.ts';
import type { SignatureTask } from './signature-task.ts';

/**
 * Checks a signature without WebCrypto (plain-http origins, and what WebCrypto lacks). Curve arithmetic is
 * loaded when first needed. ML-DSA is not available here.
 */
export async function verifyInJavaScript(task: SignatureTask): Promise<SignatureVerdict> {
  try {
    switch (task.kind) {
      case 'rsa-pkcs1':
        return await verifyRsaPkcs1(task);
      case 'rsa-pss':
        return await verifyRsaPss(task);
      case 'ecdsa':
        return await verifyEcdsa(task);
      case 'dsa':
        return await verifyDsa(task);
      case 'eddsa':
        return await verifyEdwards(task);
      case 'ml-dsa':
        return 'unsupported';
      default:
        return task satisfies never;
    }
  } catch {
    // The libraries throw on a key or parameters that they cannot use: nothing was proven either way.
    return 'unsupported';
  }
}

async function verifyEdwards(
  task: Extract<SignatureTask, { kind: 'eddsa' }>,
): Promise<SignatureVerdict> {
  const signatureLength = task.curve === 'Ed25519' ? 64 : 114;
  if (task.signature.length !== signatureLength) return 'invalid';
  const curve =
    task.curve === 'Ed25519'
      ? (await import('@noble/curves/ed25519.js')).ed25519
      : (await import('@noble/curves/ed448.js')).ed448;
  const options = { zip215: false };
  const ok = curve.verify(task.signature, task.message, task.key.keyBytes, options);
  return ok ? 'valid' : 'invalid';
}
