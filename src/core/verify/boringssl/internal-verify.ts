import type { Certificate } from '../../pki/types.ts';
import { certificateTimeErrors } from '../libcrypto/certificate-time.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { signatureEntries } from './queue/signature-entries.ts';
import { verifySignature } from './verify-signature.ts';

/**
 * Signatures and dates from the top down (`x509_vfy.cc: internal_verify` with PARTIAL_CHAIN): the top's own
 * signature is not checked, its dates are, also an anchor's.
 */
export async function internalVerify(context: BoringsslContext): Promise<void> {
  const { chain, log, request } = context;
  for (let depth = chain.length - 1; depth >= 0; depth--) {
    const subject = chain[depth];
    const issuer = chain[depth + 1];
    if (!subject) continue;
    if (issuer) await checkIssuedBy(context, subject, issuer, depth);
    if (request.ignoreTimes === true) continue;
    for (const code of certificateTimeErrors(subject, request.at)) log.report(code, depth);
  }
}

async function checkIssuedBy(
  { log, request, unproven, queue }: BoringsslContext,
  subject: Certificate,
  issuer: Certificate,
  depth: number,
): Promise<void> {
  const verdict = await verifySignature(subject, issuer, request.checkSignature);
  if (verdict !== 'valid' && verdict !== 'unsupported')
    queue.push(signatureEntries(subject, issuer));
  switch (verdict) {
    case 'valid':
      return;
    case 'no-key':
      log.report(6, depth);
      return;
    case 'invalid':
    case 'refused':
      log.report(7, depth);
      return;
    case 'unsupported':
      unproven.push(subject);
      return;
    default:
      verdict satisfies never;
  }
}
