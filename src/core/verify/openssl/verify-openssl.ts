import type { Certificate } from '../../pki/types.ts';
import type { VerifyRequest, VerifyResult } from '../types.ts';
import { buildChain } from './build-chain.ts';
import type { ChainContext } from './chain-context.ts';
import { checkAuthLevel, checkLeafKey } from './check-auth-level.ts';
import { checkExtensions } from './check-extensions.ts';
import { checkNameConstraints } from './check-name-constraints.ts';
import { EventLog } from './event-log.ts';
import { explainCandidates } from './explain-candidates.ts';
import { internalVerify } from './internal-verify.ts';

type Stage = (context: ChainContext) => Promise<void> | void;

/**
 * The order of `x509_vfy.c: verify_chain` after the chain is built. Without effect under nginx's parameters and so
 * not here: host and address checks, Suite B, RFC 3779, policies. Revocation goes before `internalVerify`.
 */
const stages: readonly Stage[] = [
  checkExtensions,
  checkAuthLevel,
  checkLeafKeyReadable,
  internalVerify,
  checkNameConstraints,
];

/**
 * What OpenSSL 3's `X509_verify_cert` finds with nginx's parameters (TRUSTED_FIRST, no PARTIAL_CHAIN, purpose and
 * trust by role): every event as if the callback always returned 1. nginx reports `last`, a strict caller stops at
 * `first`. A request with an empty peer chain is a bug of the caller and throws.
 */
export async function verifyOpenssl(request: VerifyRequest): Promise<VerifyResult> {
  const leaf = request.peerChain[0];
  if (!leaf) throw new Error('VerifyRequest.peerChain must hold the leaf');
  const context: ChainContext = {
    request,
    store: withoutRepetitions(request.anchors),
    log: new EventLog(),
    chain: [leaf],
    untrustedCount: 1,
    candidates: [],
    unproven: [],
  };
  checkLeafKey(context);
  if (buildChain(context)) await runStages(context);
  return result(context);
}

async function runStages(context: ChainContext): Promise<void> {
  for (const stage of stages) {
    if (context.log.fatal) return;
    await stage(context);
  }
}

/** `X509_get_pubkey_parameters`: a leaf key that cannot be read ends the verification. */
function checkLeafKeyReadable({ chain, log }: ChainContext): void {
  if (chain[0]?.publicKey.decodable === false) log.abort(0);
}

/** `X509_STORE_add_cert` ignores a certificate that it has already. */
function withoutRepetitions(anchors: readonly Certificate[]): readonly Certificate[] {
  const seen = new Map(anchors.map((anchor) => [anchor.fingerprint, anchor]));
  return [...seen.values()];
}

async function result(context: ChainContext): Promise<VerifyResult> {
  const { log, chain, untrustedCount, unproven } = context;
  const first = log.events[0] ?? log.fatal;
  const last = log.fatal ?? log.events[log.events.length - 1];
  return {
    library: 'openssl',
    ok: first === undefined && unproven.length === 0,
    events: log.events,
    ...(first && { first }),
    ...(last && { last }),
    ...(log.fatal && { fatal: log.fatal }),
    path: chain,
    untrustedCount,
    candidates: await explainCandidates(context),
    unproven,
  };
}
