import type { Certificate, CertificateRevocationList } from '../../../pki/types.ts';
import type { ChainContext } from '../../libcrypto/chain-context.ts';
import { findCrlSigner } from '../../libcrypto/find-crl-signer.ts';
import { crlFlags } from './crl-flags.ts';
import { reasonsCovered } from './crl-scope.ts';
import { crlTimeErrors } from '../../libcrypto/crl-time.ts';

/** The CRL that OpenSSL takes for one certificate, and how well it fits. */
export interface FoundCrl {
  readonly crl: CertificateRevocationList;
  /** Whose key has to have signed it. */
  readonly issuer: Certificate;
  /** CRL_SCORE_SCOPE and CRL_SCORE_TIME. */
  readonly inScope: boolean;
  readonly inTime: boolean;
  /** ReasonFlags answered for so far. */
  readonly reasons: number;
}

/** `CRL_SCORE_*`. */
const score = { noCritical: 0x100, scope: 0x80, time: 0x40 };

interface Scored extends FoundCrl {
  readonly score: number;
}

/**
 * The best CRL of that certificate's issuer (`x509_vfy.c: get_crl_delta`, `get_crl_sk`): the highest score, the newer
 * among equals. `reasons` are those that earlier ones answered for. Deltas are not asked for
 * (X509_V_FLAG_USE_DELTAS), and not kept out either.
 */
export function findCrl(context: ChainContext, depth: number, reasons: number): FoundCrl | null {
  let best: Scored | null = null;
  for (const crl of context.request.crls ?? []) {
    const found = scoreCrl(context, crl, depth, reasons);
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
  context: ChainContext,
  crl: CertificateRevocationList,
  depth: number,
  reasons: number,
): Scored | null {
  const certificate = context.chain[depth];
  const flags = crlFlags(crl);
  if (!certificate || flags.contradictory || flags.extended) return null;
  if (crl.issuer.canonical !== certificate.issuer.canonical) return null;
  const signer = findCrlSigner(context.chain, crl, depth);
  if (!signer) return null;
  const covered = reasonsCovered(certificate, crl);
  if (covered !== null && (covered & ~reasons) === 0) return null;
  const inTime = crlTimeErrors(crl, context.request.at).length === 0;
  return {
    crl,
    issuer: signer.issuer,
    inScope: covered !== null,
    inTime,
    reasons: reasons | (covered ?? 0),
    score:
      (flags.unhandledCritical ? 0 : score.noCritical) +
      (covered === null ? 0 : score.scope) +
      (inTime ? score.time : 0) +
      signer.score,
  };
}
