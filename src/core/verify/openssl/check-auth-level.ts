import type { Certificate } from '../../pki/types.ts';
import type { VerifyRequest } from '../types.ts';
import type { ChainContext } from '../libcrypto/chain-context.ts';
import { keySecurityBits, signatureSecurityBits } from './security-bits.ts';

type Level = VerifyRequest['securityLevel'];

/** Bits asked for at each security level (`x509_vfy.c: minbits_table`). */
const minimumBits: Record<Level, number> = { 0: 0, 1: 80, 2: 112, 3: 128, 4: 192, 5: 256 };

/** `check_key_level`: at level 0 any key will do, even one that cannot be read. */
export function isKeyStrong(certificate: Certificate, level: Level): boolean {
  return level === 0 || keySecurityBits(certificate.publicKey) >= minimumBits[level];
}

/** `check_sig_level`, on the algorithm outside the TBS (`x509_set.c: ossl_x509_init_sig_info`). */
export function isSignatureStrong(certificate: Certificate, level: Level): boolean {
  return signatureSecurityBits(certificate.signatureAlgorithm) >= minimumBits[level];
}

/** The first thing that `X509_verify_cert` looks at: a weak leaf key → 66. */
export function checkLeafKey({ request, chain, log }: ChainContext): void {
  const leaf = chain[0];
  if (leaf && !isKeyStrong(leaf, request.securityLevel)) log.report(66, 0);
}

/** `check_auth_level`: weak CA keys → 67, weak signatures → 68. The topmost signature proves nothing and is exempt. */
export function checkAuthLevel({ request, chain, log }: ChainContext): void {
  const level = request.securityLevel;
  if (level === 0) return;
  chain.forEach((certificate, depth) => {
    if (depth > 0 && !isKeyStrong(certificate, level)) log.report(67, depth);
    if (depth < chain.length - 1 && !isSignatureStrong(certificate, level)) log.report(68, depth);
  });
}
