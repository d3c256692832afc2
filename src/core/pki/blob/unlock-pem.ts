import { encodePem } from '../encode-pem.ts';
import {
  isPrivateKeyLabel,
  readPrivateKeyBlock,
  type PrivateKeyReading,
} from '../keys/read-private-key.ts';
import { subtleOf } from '../keys/subtle-of.ts';
import { readPem } from '../pem.ts';
import { failUnlock } from './fail-unlock.ts';
import type { UnlockResult } from './types.ts';

/** Whether a password would make this a usable key; the old DEK-Info encryption is not undone here. */
export function isLockedReading(reading: PrivateKeyReading): boolean {
  return reading.state === 'encrypted' && reading.form === 'pkcs8';
}

/**
 * Replaces every encrypted PKCS#8 block of a PEM text by the decrypted key; everything else stays as it is.
 * All encrypted keys of one text are taken to have the same password.
 */
export async function unlockPem(
  text: string,
  password: string,
  crypto: Crypto,
): Promise<UnlockResult> {
  let pem = '';
  let from = 0;
  for (const block of readPem(text)) {
    if (!isPrivateKeyLabel(block.label) || block.der === undefined) continue;
    const reading = readPrivateKeyBlock(block);
    if (reading.state === 'encrypted' && reading.form === 'dek-info') {
      const params = { header: reading.detail };
      return failUnlock('unsupported', { code: 'KEY-LEGACY-ENCRYPTION', params });
    }
    if (!isLockedReading(reading)) continue;
    const key = await unlockKey(block.der, password, crypto);
    if (!key.ok) return key;
    pem += text.slice(from, block.range.start) + key.pem.trimEnd();
    from = block.range.end;
  }
  return { ok: true, pem: pem + text.slice(from) };
}

async function unlockKey(der: Uint8Array, password: string, crypto: Crypto): Promise<UnlockResult> {
  if (subtleOf(crypto) === null) {
    return failUnlock('unsupported', { code: 'FILE-NEEDS-SECURE-ORIGIN', params: {} });
  }
  const { openEncryptedKey } = await import('./open-encrypted-key.ts');
  const opened = await openEncryptedKey(der, password, crypto);
  if (opened.state === 'open') return { ok: true, pem: encodePem('PRIVATE KEY', opened.bytes) };
  if (opened.state === 'wrong-password') {
    return failUnlock('wrong-password', { code: 'KEY-ENCRYPTED', params: {} });
  }
  const params = { algorithm: opened.algorithm };
  return failUnlock('unsupported', { code: 'KEY-UNSUPPORTED-ENCRYPTION', params });
}
