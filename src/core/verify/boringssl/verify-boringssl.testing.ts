import type { Certificate } from '../../pki/types.ts';
import { now } from '../openssl/verify-openssl.testing.ts';
import type { BoringsslRequest, VerifyResult } from '../types.ts';
import { verifyBoringssl } from './verify-boringssl.ts';

/** Verifies with every signature taken as valid, unless the request says otherwise. */
export function verify(
  peerChain: readonly Certificate[],
  anchors: readonly Certificate[],
  options: Partial<BoringsslRequest> = {},
): Promise<VerifyResult> {
  return verifyBoringssl({
    peerChain,
    anchors,
    purpose: 'server',
    depth: 100,
    at: now,
    checkSignature: () => Promise.resolve('valid'),
    ...options,
  });
}
