import type { VerifyEvent, VerifyResult } from '../../verify/types.ts';

/** The error that ends up in the log: nginx keeps the last one that OpenSSL found, the others stop at the first. */
export function reportedEvent({ library, first, last }: VerifyResult): VerifyEvent | undefined {
  return library === 'openssl' ? last : first;
}
