import type { Certificate } from '../../pki/types.ts';
import type { ChainRequest } from '../types.ts';
import type { ChainContext } from './chain-context.ts';
import type { EventLog } from './event-log.ts';

/** The state before the first check. A request with an empty peer chain is a bug of the caller and throws. */
export function createChainContext<Request extends ChainRequest>(
  request: Request,
  log: EventLog,
): ChainContext<Request> {
  const leaf = request.peerChain[0];
  if (!leaf) throw new Error('ChainRequest.peerChain must hold the leaf');
  return {
    request,
    store: withoutRepetitions(request.anchors),
    log,
    chain: [leaf],
    untrustedCount: 1,
    candidates: [],
    unproven: [],
  };
}

/** `X509_STORE_add_cert` ignores a certificate that it has already. */
function withoutRepetitions(anchors: readonly Certificate[]): readonly Certificate[] {
  const seen = new Map(anchors.map((anchor) => [anchor.fingerprint, anchor]));
  return [...seen.values()];
}
