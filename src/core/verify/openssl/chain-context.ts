import type { Certificate } from '../../pki/types.ts';
import type { IssuerCandidate, VerifyRequest } from '../types.ts';
import type { EventLog } from './event-log.ts';

/** What the checks of one verification share (OpenSSL's `X509_STORE_CTX`). */
export interface ChainContext {
  readonly request: VerifyRequest;
  /** The trust store: `request.anchors` without repetitions, in file order. */
  readonly store: readonly Certificate[];
  readonly log: EventLog;
  /** Leaf first. */
  readonly chain: Certificate[];
  /** How many of `chain`, from the leaf, came from the peer (`num_untrusted`). */
  untrustedCount: number;
  readonly candidates: IssuerCandidate[];
  readonly unproven: Certificate[];
}
