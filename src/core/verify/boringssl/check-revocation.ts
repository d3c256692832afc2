import type { Certificate } from '../../pki/types.ts';
import { crlTimeErrors } from '../libcrypto/crl-time.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { hasUnhandledCritical } from './crl-facts.ts';
import { findCrl, type FoundCrl } from './find-crl.ts';
import { signatureEntries } from './queue/signature-entries.ts';
import { verifySignature } from './verify-signature.ts';

/**
 * `x509_vfy.cc: check_revocation`, when the request has CRLs: as Envoy sets it (CRL_CHECK|CRL_CHECK_ALL) every
 * certificate of the chain needs one, the anchor too; with `only_verify_leaf_cert_crl` the leaf alone. No delta and
 * no indirect CRLs, none for some reasons only, and removeFromCRL is as revoked as the rest.
 */
export async function checkRevocation(context: BoringsslContext): Promise<void> {
  if (!context.request.crls) return;
  const depths = context.request.crlScope === 'leaf' ? 1 : context.chain.length;
  for (let depth = 0; depth < depths; depth++) {
    const certificate = context.chain[depth];
    const found = findCrl(context, depth);
    if (!certificate || !found) {
      context.log.report(3, depth);
      continue;
    }
    await checkCrl(context, found, certificate, depth);
    checkRevoked(context, found, certificate, depth);
  }
}

/** `check_crl`: may sign CRLs → 35, scope → 44, times → 15, 11, 16, 12, key → 6, signature → 8. */
async function checkCrl(
  { log, request, unproven, queue }: BoringsslContext,
  { crl, issuer, inScope, inTime }: FoundCrl,
  certificate: Certificate,
  depth: number,
): Promise<void> {
  const { keyUsage } = issuer.extensions;
  if (keyUsage && !keyUsage.includes('cRLSign')) log.report(35, depth);
  if (!inScope) log.report(44, depth);
  if (!inTime) for (const code of crlTimeErrors(crl, request.at)) log.report(code, depth);
  const verdict = await verifySignature(crl, issuer, request.checkSignature);
  if (verdict !== 'valid' && verdict !== 'unsupported') queue.push(signatureEntries(crl, issuer));
  if (verdict === 'no-key') log.report(6, depth);
  if (verdict === 'invalid' || verdict === 'refused') log.report(8, depth);
  if (verdict === 'unsupported') unproven.push(certificate);
}

/** `cert_crl`: unhandled critical extension → 36, the serial number is listed → 23. */
function checkRevoked(
  { log }: BoringsslContext,
  { crl }: FoundCrl,
  certificate: Certificate,
  depth: number,
): void {
  if (hasUnhandledCritical(crl)) log.report(36, depth);
  if (crl.revoked.some(({ serial }) => serial === certificate.serial)) log.report(23, depth);
}
