import { failUnlock } from './failUnlock.ts';
import { openPkcs12Blob } from './openPkcs12Blob.ts';
import { pemOfBlob } from './pemOfBlob.ts';
import { recogniseForeign } from './recogniseForeign.ts';
import type { UnlockResult } from './types.ts';
import { unlockPem } from './unlockPem.ts';

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
