import type { Certificate } from '../../../pki/types.ts';
import type { ChainContext } from '../../libcrypto/chain-context.ts';
import { certificateFlags } from '../certificate-flags.ts';
import { crlFlags, type CrlEntry } from './crl-flags.ts';
import { ALL_REASONS } from './crl-scope.ts';
import { crlTimeErrors } from '../../libcrypto/crl-time.ts';
import { findCrl, type FoundCrl } from './find-crl.ts';

/**
 * `crypto/x509/x509_vfy.c: check_revocation`, when the request has CRLs: with nginx's `*_ssl_crl`
 * (CRL_CHECK|CRL_CHECK_ALL) every certificate of the chain needs one, the anchor too.
 *
 * Not to be reached without X509_V_FLAG_EXTENDED_CRL_SUPPORT, which nobody sets, and so not here: 33 and 54 (a CRL
 * signed by a certificate off the chain), 41 (contradictory issuingDistributionPoint; such a CRL is passed over).
 */
export async function checkRevocation(context: ChainContext): Promise<void> {
  if (!context.request.crls) return;
  const depths = context.request.crlScope === 'leaf' ? 1 : context.chain.length;
  for (let depth = 0; depth < depths; depth++) await checkCertificate(context, depth);
}

/** `check_cert`: CRLs are looked for until all revocation reasons are answered; none → 3. */
async function checkCertificate(context: ChainContext, depth: number): Promise<void> {
  const certificate = context.chain[depth];
  if (!certificate || certificateFlags(certificate).proxy) return;
  let reasons = 0;
  while (reasons !== ALL_REASONS) {
    const found = findCrl(context, depth, reasons);
    if (found) {
      await checkCrl(context, found, depth);
      checkRevoked(context, found, certificate, depth);
    }
    if (!found || found.reasons === reasons) {
      context.log.report(3, depth);
      return;
    }
    reasons = found.reasons;
  }
}

/** `check_crl`: may sign CRLs → 35, scope → 44, times → 15, 11, 16, 12, key → 6, signature → 8. Deltas skip the first two. */
async function checkCrl(context: ChainContext, found: FoundCrl, depth: number): Promise<void> {
  const { log, request } = context;
  const { crl, issuer } = found;
  if (crl.extensions.baseCrlNumber === undefined) {
    const { keyUsage } = issuer.extensions;
    if (keyUsage && !keyUsage.includes('cRLSign')) log.report(35, depth);
    if (!found.inScope) log.report(44, depth);
  }
  if (!found.inTime) for (const code of crlTimeErrors(crl, request.at)) log.report(code, depth);
  await checkSignature(context, found, depth);
}

async function checkSignature(
  context: ChainContext,
  { crl, issuer }: FoundCrl,
  depth: number,
): Promise<void> {
  if (!issuer.publicKey.decodable) {
    context.log.report(6, depth);
    return;
  }
  const verdict = await context.request.checkSignature(crl, issuer);
  const certificate = context.chain[depth];
  if (verdict === 'invalid') context.log.report(8, depth);
  if (verdict === 'unsupported' && certificate) context.unproven.push(certificate);
}

/** `cert_crl`: unhandled critical extension → 36, the serial number is listed → 23. */
function checkRevoked(
  { log }: ChainContext,
  { crl }: FoundCrl,
  certificate: Certificate,
  depth: number,
): void {
  const { unhandledCritical, entries } = crlFlags(crl);
  if (unhandledCritical) log.report(36, depth);
  const entry = entries.find(
    (candidate) =>
      candidate.serial === certificate.serial && isOf(candidate, certificate, crl.issuer.canonical),
  );
  if (entry && !entry.removed) log.report(23, depth);
}

/** `crl_revoked_issuer_match`. */
function isOf({ issuer }: CrlEntry, certificate: Certificate, crlIssuer: string): boolean {
  const wanted = certificate.issuer.canonical;
  if (!issuer) return wanted === crlIssuer;
  return issuer.some((name) => name.kind === 'directory' && name.name.canonical === wanted);
}
