import type { Certificate } from '../../pki/types.ts';
import type { IssuerCandidate, IssuerRejection } from '../types.ts';
import { certificateFlags } from './certificate-flags.ts';
import { certificateTimeErrors } from '../libcrypto/certificate-time.ts';
import type { ChainContext } from '../libcrypto/chain-context.ts';
import { issuerRejections } from './likely-issued.ts';

/** Where an issuer is looked for. */
export interface SearchPlace {
  readonly from: IssuerCandidate['from'];
  readonly pool: readonly Certificate[];
  /** The chain is already as long as the depth allows: nothing found may be used. */
  readonly tooDeep: boolean;
}

/**
 * The issuer that OpenSSL takes from a pool, and a record of every certificate it looked at
 * (`x509_lu.c: X509_STORE_CTX_get1_issuer`, `x509_vfy.c: get0_best_issuer_sk`): the first one that is valid
 * now, else the one that expires last. No way back: what is taken here is never revised.
 */
export function findIssuer(
  context: ChainContext,
  subject: Certificate,
  { from, pool, tooDeep }: SearchPlace,
): Certificate | null {
  const tried = pool
    .filter((candidate) => !mayNotRepeat(context, subject, candidate, from))
    .map((candidate) => ({ candidate, rejections: [...issuerRejections(candidate, subject)] }));
  const fitting = tried.filter(({ rejections }) => rejections.length === 0);
  const chosen = tooDeep ? undefined : preferred(fitting, context.request.at);
  for (const entry of tried) {
    if (entry === chosen) continue;
    if (entry.rejections.length === 0) entry.rejections.push(lostBecause(tooDeep));
  }
  for (const entry of tried) {
    const outcome = entry === chosen ? 'used' : 'rejected';
    context.candidates.push({ ...entry, of: subject, from, outcome });
  }
  return chosen?.candidate ?? null;
}

function lostBecause(tooDeep: boolean): IssuerRejection {
  return tooDeep ? 'depth-exceeded' : 'not-preferred';
}

/** A peer certificate stands once in a chain; only a self-issued leaf may be looked up against itself. */
function mayNotRepeat(
  { chain }: ChainContext,
  subject: Certificate,
  candidate: Certificate,
  from: SearchPlace['from'],
): boolean {
  if (from === 'anchors') return false;
  if (certificateFlags(subject).selfIssued && chain.length === 1) return false;
  return chain.some((link) => link.fingerprint === candidate.fingerprint);
}

function preferred<T extends { readonly candidate: Certificate }>(
  fitting: readonly T[],
  at: number,
): T | undefined {
  const valid = fitting.find(({ candidate }) => certificateTimeErrors(candidate, at).length === 0);
  if (valid) return valid;
  return fitting.reduce<T | undefined>((best, entry) => {
    if (!best) return entry;
    return expiresLater(entry.candidate, best.candidate) ? entry : best;
  }, undefined);
}

function expiresLater(a: Certificate, b: Certificate): boolean {
  return (
    a.notAfter.epoch !== null && b.notAfter.epoch !== null && a.notAfter.epoch > b.notAfter.epoch
  );
}
