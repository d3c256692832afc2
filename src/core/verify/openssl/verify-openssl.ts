import type { VerifyRequest, VerifyResult } from '../types.ts';
import { buildChain } from './build-chain.ts';
import type { ChainContext } from '../libcrypto/chain-context.ts';
import { checkAuthLevel, checkLeafKey } from './check-auth-level.ts';
import { checkExtensions } from './check-extensions.ts';
import { checkNameConstraints } from './check-name-constraints.ts';
import { EventLog } from '../libcrypto/event-log.ts';
import { createChainContext } from '../libcrypto/create-chain-context.ts';
import { verifyResult } from '../libcrypto/verify-result.ts';
import { internalVerify } from './internal-verify.ts';
import { opensslError } from './openssl-errors.ts';
import { checkRevocation } from './revocation/check-revocation.ts';

type Stage = (context: ChainContext) => Promise<void> | void;

/**
 * The order of `x509_vfy.c: verify_chain` after the chain is built. Without effect under nginx's parameters and so
 * not here: host and address checks, Suite B, RFC 3779, policies.
 */
const stages: readonly Stage[] = [
  checkExtensions,
  checkAuthLevel,
  checkLeafKeyReadable,
  checkRevocation,
  internalVerify,
  checkNameConstraints,
];

/**
 * What OpenSSL 3's `X509_verify_cert` finds with nginx's parameters (TRUSTED_FIRST, no PARTIAL_CHAIN, purpose and
 * trust by role): every event as if the callback always returned 1. nginx reports `last`, a strict caller stops at
 * `first`. A request with an empty peer chain is a bug of the caller and throws.
 */
export async function verifyOpenssl(request: VerifyRequest): Promise<VerifyResult> {
  const context = createChainContext(request, new EventLog('openssl', opensslError));
  checkLeafKey(context);
  if (buildChain(context)) await runStages(context);
  return verifyResult('openssl', context);
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
