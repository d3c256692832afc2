import type { DigestName } from '../../pki/certificate-signature-algorithms.ts';
import type { SignatureVerdict } from '../types.ts';
import type { SignatureTask } from './signature-task.ts';

/** What WebCrypto hashes with. */
const webDigests = new Set<DigestName>(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']);
const webCurves = new Set<string>(['P-256', 'P-384', 'P-521']);

/** In the form that costs least: the numbers or the point themselves take a third of the time of an SPKI in Node. */
type WebKey =
  | { readonly form: 'jwk'; readonly jwk: JsonWebKey }
  | { readonly form: 'raw' | 'spki'; readonly octets: Uint8Array };

/** A key import and the verification to run with it. */
interface WebPlan {
  readonly key: WebKey;
  readonly importAs: AlgorithmIdentifier | RsaHashedImportParams | EcKeyImportParams;
  readonly verifyAs: AlgorithmIdentifier | RsaPssParams | EcdsaParams;
  readonly signature: Uint8Array;
}

/**
 * Checks a signature with WebCrypto, which is native and fast; `null` when it has not got the algorithm, so that
 * the caller goes on with plain JavaScript.
 */
export async function verifyWithWebCrypto(
  subtle: SubtleCrypto,
  task: SignatureTask,
): Promise<SignatureVerdict | null> {
  try {
    const plan = webPlan(task);
    if (!plan) return null;
    const key = await importKey(subtle, plan);
    const ok = await subtle.verify(
      plan.verifyAs,
      key,
      new Uint8Array(plan.signature),
      new Uint8Array(task.message),
    );
    return ok ? 'valid' : 'invalid';
  } catch {
    // NotSupportedError, or a key form that this engine refuses (compressed points, long exponents).
    return null;
  }
}

function importKey(subtle: SubtleCrypto, { key, importAs }: WebPlan): Promise<CryptoKey> {
  return key.form === 'jwk'
    ? subtle.importKey('jwk', key.jwk, importAs, false, ['verify'])
    : subtle.importKey(key.form, new Uint8Array(key.octets), importAs, false, ['verify']);
}

function webPlan(task: SignatureTask): WebPlan | null {
  switch (task.kind) {
    case 'rsa-pkcs1':
      return rsaPlan(task, 'RSASSA-PKCS1-v1_5', { name: 'RSASSA-PKCS1-v1_5' });
    case 'rsa-pss':
      if (task.mgfDigest !== task.digest) return null;
      return rsaPlan(task, 'RSA-PSS', { name: 'RSA-PSS', saltLength: task.saltLength });
    case 'ecdsa':
      return ecdsaPlan(task);
    case 'dsa':
      return null;
    case 'eddsa':
      return task.curve === 'Ed25519' ? spkiPlan(task, 'Ed25519') : null;
    case 'ml-dsa':
      return spkiPlan(task, task.parameterSet);
    default:
      return task satisfies never;
  }
}

/** Past this the engines refuse, and OpenSSL does too: left to the JavaScript path. */
const maxModulusBytes = 2048;

/** A JWK carries only the numbers: engines refuse the id-RSASSA-PSS identifier in SPKI. */
function rsaPlan(
  task: Extract<SignatureTask, { kind: 'rsa-pkcs1' | 'rsa-pss' }>,
  name: string,
  verifyAs: WebPlan['verifyAs'],
): WebPlan | null {
  if (!webDigests.has(task.digest) || task.modulus.length > maxModulusBytes) return null;
  return {
    key: {
      form: 'jwk',
      jwk: { kty: 'RSA', n: base64Url(task.modulus), e: base64Url(task.exponent) },
    },
    importAs: { name, hash: task.digest },
    verifyAs,
    signature: task.signature,
  };
}

function ecdsaPlan(task: Extract<SignatureTask, { kind: 'ecdsa' }>): WebPlan | null {
  const { curve, keyBytes } = task.key;
  if (!webDigests.has(task.digest) || curve === undefined || !webCurves.has(curve)) return null;
  return {
    key: { form: 'raw', octets: keyBytes },
    importAs: { name: 'ECDSA', namedCurve: curve },
    verifyAs: { name: 'ECDSA', hash: task.digest },
    signature: task.rawSignature,
  };
}

function spkiPlan(
  task: Extract<SignatureTask, { kind: 'eddsa' | 'ml-dsa' }>,
  name: string,
): WebPlan {
  return {
    key: { form: 'spki', octets: task.key.der },
    importAs: { name },
    verifyAs: { name },
    signature: task.signature,
  };
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
