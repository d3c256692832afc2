import { failUnlock } from './fail-unlock.ts';
import { openPkcs12Blob } from './open-pkcs12-blob.ts';
import { pemOfBlob } from './pem-of-blob.ts';
import { recogniseForeign } from './recognise-foreign.ts';
import type { UnlockResult } from './types.ts';
import { unlockPem } from './unlock-pem.ts';

/**
 * Opens a locked file with its password: PKCS#12, an encrypted PKCS#8 key, or PEM text with encrypted keys.
 * Never throws.
 *
 * @returns certificates and keys as PEM text, which is secret: keep it in memory
 */
export async function unlockBlob(
  bytes: Uint8Array,
  password: string,
  crypto: Crypto,
): Promise<UnlockResult> {
  const { kind, pem } = pemOfBlob(bytes);
  if (kind === 'pkcs12') return openPkcs12Blob(bytes, password, crypto);
  if (pem === null) return failUnlock('unsupported', recogniseForeign(bytes));
  return unlockPem(pem, password, crypto);
}
