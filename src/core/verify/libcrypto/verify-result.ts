import type { ChainRequest, Library, VerifyResult } from '../types.ts';
import type { ChainContext } from './chain-context.ts';
import { explainCandidates, type SignatureProof } from './explain-candidates.ts';

/** What is handed back at the end of a verification, candidates explained. */
export async function verifyResult<Request extends ChainRequest>(
  library: Library,
  context: ChainContext<Request>,
  prove: SignatureProof = context.request.checkSignature,
): Promise<VerifyResult> {
  const { log, chain, untrustedCount, unproven } = context;
  const first = log.events[0] ?? log.fatal;
  const last = log.fatal ?? log.events[log.events.length - 1];
  return {
    library,
    ok: first === undefined && unproven.length === 0,
    events: log.events,
    ...(first && { first }),
    ...(last && { last }),
    ...(log.fatal && { fatal: log.fatal }),
    path: chain,
    untrustedCount,
    candidates: await explainCandidates(context, prove),
    unproven,
  };
}
