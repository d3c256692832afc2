import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Certificate } from '../../pki/types.ts';
import type { SignatureChecker, SignatureVerdict, SignedObject } from '../types.ts';
import { signatureTask } from './signature-task.ts';
import { verifyInJavaScript } from './verify-in-java-script.ts';
import { verifyWithWebCrypto } from './verify-with-web-crypto.ts';

/** Verdicts remembered before the oldest are forgotten. */
const maxRemembered = 20_000;

/**
 * A checker for "did this issuer's key sign that certificate". WebCrypto where `crypto` has it, plain JavaScript
 * elsewhere (`null`, plain-http origins, rare algorithms). Verdicts are remembered by the certificate (TBS and
 * signature) and the issuer's SubjectPublicKeyInfo. What neither can check is `unsupported`, never `valid`.
 */
export function createSignatureChecker(crypto: Crypto | null): SignatureChecker {
  // Typed as always there, but undefined outside secure contexts.
  const subtle: SubtleCrypto | undefined = crypto?.subtle;
  const verdicts = new Map<string, Promise<SignatureVerdict>>();
  const keyHashes = new WeakMap<Certificate, string>();

  const keyHash = (certificate: Certificate): string => {
    const known = keyHashes.get(certificate);
    if (known !== undefined) return known;
    const hash = bytesToHex(sha256(certificate.publicKey.der));
    keyHashes.set(certificate, hash);
    return hash;
  };

  return (subject, issuer) => {
    const id = `${subject.fingerprint}/${keyHash(issuer)}`;
    const known = verdicts.get(id);
    if (known) return known;
    const verdict = check(subtle, subject, issuer);
    verdicts.set(id, verdict);
    if (verdicts.size > maxRemembered) forgetOldest(verdicts);
    return verdict;
  };
}

async function check(
  subtle: SubtleCrypto | undefined,
  subject: SignedObject,
  issuer: Certificate,
): Promise<SignatureVerdict> {
  const task = signatureTask(subject, issuer);
  if (typeof task === 'string') return task;
  const native = subtle ? await verifyWithWebCrypto(subtle, task) : null;
  return native ?? verifyInJavaScript(task);
}

function forgetOldest(verdicts: Map<string, unknown>): void {
  const oldest = verdicts.keys().next();
  if (!oldest.done) verdicts.delete(oldest.value);
}
