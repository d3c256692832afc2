import type { CertificateUse } from './types.ts';

/** True for certificates that sign others. */
export function isCa(use: CertificateUse): boolean {
  return use === 'ca' || use === 'intermediate';
}
