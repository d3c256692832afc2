import type { Certificate } from '../../pki/types.ts';
import { certificateFlags } from './certificate-flags.ts';
import { certificateTimeErrors } from '../libcrypto/certificate-time.ts';
import type { ChainContext } from '../libcrypto/chain-context.ts';
import { likelyIssued } from './likely-issued.ts';
import { sameAlgorithm } from '../libcrypto/same-algorithm.ts';

/**
 * Signatures and dates from the top down (`x509_vfy.c: internal_verify`). A top that is not self-issued is
 * passed over, dates included; when it is all there is, that is error 21. The top's own signature is never checked.
 */
export async function internalVerify(context: ChainContext): Promise<void> {
  const { chain, log } = context;
  const highest = chain.length - 1;
  const top = chain[highest];
  if (!top) return;
  let start = highest;
  if (!likelyIssued(top, top)) {
    if (highest > 0) start = highest - 1;
    else log.report(21, 0);
  }
  for (let depth = start; depth >= 0; depth--) {
    const subject = chain[depth];
    const issuer = chain[depth + 1];
    if (!subject) continue;
    if (issuer) await checkIssuedBy(context, subject, issuer, depth);
    for (const code of certificateTimeErrors(subject, context.request.at)) log.report(code, depth);
  }
}

async function checkIssuedBy(
  context: ChainContext,
  subject: Certificate,
  issuer: Certificate,
  depth: number,
): Promise<void> {
  checkSigningAllowed(context, subject, issuer, depth);
  if (!issuer.publicKey.decodable) {
    context.log.report(6, depth + 1);
    return;
  }
  // `x_all.c: X509_verify` refuses before it looks at the signature.
  if (!sameAlgorithm(subject)) {
    context.log.report(7, depth);
    return;
  }
  switch (await context.request.checkSignature(subject, issuer)) {
    case 'valid':
      return;
    case 'invalid':
      context.log.report(7, depth);
      return;
    case 'unsupported':
      context.unproven.push(subject);
  }
}

/** `v3_purp.c: ossl_x509_signing_allowed`: issuer keyUsage without keyCertSign → 32 (39 for a proxy certificate). */
function checkSigningAllowed(
  { log }: ChainContext,
  subject: Certificate,
  issuer: Certificate,
  depth: number,
): void {
  const { keyUsage } = issuer.extensions;
  if (!keyUsage) return;
  if (certificateFlags(subject).proxy) {
    if (!keyUsage.includes('digitalSignature')) log.report(39, depth + 1);
  } else if (!keyUsage.includes('keyCertSign')) log.report(32, depth + 1);
}
