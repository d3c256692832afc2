import type { Certificate, CertificateRevocationList } from '../../pki/types.ts';
import { crlTimeErrors } from '../libcrypto/crl-time.ts';
import { findCrlSigner } from '../libcrypto/find-crl-signer.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { coversCertificate } from './covers.ts';
import { hasUnhandledCritical, isPassedOver, loadsCrl } from './crl-facts.ts';

/** The CRL that BoringSSL takes for one certificate, and how well it fits. */
export interface FoundCrl {
  readonly crl: CertificateRevocationList;
  /** Whose key has to have signed it. */
  readonly issuer: Certificate;
  /** CRL_SCORE_SCOPE and CRL_SCORE_TIME. */
  readonly inScope: boolean;
  readonly inTime: boolean;
}

interface Scored extends FoundCrl {
  readonly score: number;
}

/** `CRL_SCORE_*`. */
const score = { noCritical: 0x100, scope: 0x80, time: 0x40 };

/** The best CRL of that certificate's issuer (`x509_vfy.cc: get_crl_sk`): the highest score, the newer among equals. */
export function findCrl(context: BoringsslContext, depth: number): FoundCrl | null {
  let best: Scored | null = null;
  for (const crl of context.request.crls ?? []) {
    const found = scoreCrl(context, crl, depth);
    if (found && (!best || isBetter(found, best))) best = found;
  }
  return best;
}

function isBetter(a: Scored, b: Scored): boolean {
  if (a.score !== b.score) return a.score > b.score;
  const [newer, older] = [a.crl.thisUpdate.epoch, b.crl.thisUpdate.epoch];
  return newer !== null && older !== null && newer > older;
}

/** `get_crl_score`; `null` for a CRL that cannot be used for this certificate. */
function scoreCrl(
  { chain, request }: BoringsslContext,
  crl: CertificateRevocationList,
  depth: number,
): Scored | null {
  const certificate = chain[depth];
  if (!certificate || !loadsCrl(crl) || isPassedOver(crl)) return null;
  if (crl.issuer.canonical !== certificate.issuer.canonical) return null;
  const signer = findCrlSigner(chain, crl, depth);
  if (!signer) return null;
  const inScope = coversCertificate(crl, certificate);
  const inTime = request.ignoreTimes === true || crlTimeErrors(crl, request.at).length === 0;
  return {
    crl,
    issuer: signer.issuer,
    inScope,
    inTime,
    score:
      (hasUnhandledCritical(crl) ? 0 : score.noCritical) +
      (inScope ? score.scope : 0) +
      (inTime ? score.time : 0) +
      signer.score,
  };
}
