import type { Certificate } from '../../pki/types.ts';
import type { ChainRequest, IssuerCandidate, VerifyRequest } from '../types.ts';
import type { EventLog } from './event-log.ts';

/** What the checks of one verification share (`X509_STORE_CTX` of OpenSSL and BoringSSL). */
export interface ChainContext<Request extends ChainRequest = VerifyRequest> {
  readonly request: Request;
  /** The trust store: `request.anchors` without repetitions, in file order. */
  readonly store: readonly Certificate[];
  readonly log: EventLog;
  /** Leaf first. */
  readonly chain: Certificate[];
  /** How many of `chain`, from the leaf, came from the peer (`num_untrusted`, `last_untrusted`). */
  untrustedCount: number;
  readonly candidates: IssuerCandidate[];
  readonly unproven: Certificate[];
}
