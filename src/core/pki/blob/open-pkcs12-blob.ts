import { subtleOf } from '../keys/subtle-of.ts';
import { failUnlock } from './fail-unlock.ts';
import type { UnlockResult } from './types.ts';

const CONVERT = 'openssl pkcs12 -legacy -in FILE -nodes -out FILE.pem';

/** Opens a PKCS#12 file, with a problem that says what to do when it does not open. */
export async function openPkcs12Blob(
  bytes: Uint8Array,
  password: string,
  crypto: Crypto,
): Promise<UnlockResult> {
  if (subtleOf(crypto) === null) {
    return failUnlock('unsupported', { code: 'FILE-NEEDS-SECURE-ORIGIN', params: {} });
  }
  const { openPkcs12 } = await import('./open-pkcs12.ts');
  const opened = await openPkcs12(bytes, password, crypto);
  switch (opened.state) {
    case 'open':
      return { ok: true, pem: opened.pem };
    case 'wrong-password':
      return failUnlock('wrong-password', { code: 'FILE-LOCKED', params: {} });
    case 'unsupported': {
      const params = { algorithm: opened.algorithm, command: CONVERT };
      return failUnlock('unsupported', { code: 'PKCS12-LEGACY', params });
    }
    case 'unreadable': {
      const params = { problem: opened.problem };
      return failUnlock('unsupported', { code: 'PKCS12-UNREADABLE', params });
    }
    default:
      return opened satisfies never;
  }
}
