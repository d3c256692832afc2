import { createChainContext } from '../libcrypto/create-chain-context.ts';
import { EventLog } from '../libcrypto/event-log.ts';
import { verifyResult } from '../libcrypto/verify-result.ts';
import type { BoringsslRequest, VerifyResult } from '../types.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { boringsslError } from './boringssl-errors.ts';
import { buildChain } from './build-chain.ts';
import { checkChainExtensions } from './check-chain-extensions.ts';
import { checkNameConstraints } from './check-name-constraints.ts';
import { checkPolicies } from './check-policies.ts';
import { checkRevocation } from './check-revocation.ts';
import { internalVerify } from './internal-verify.ts';
import { loadProblem } from './load-problem.ts';
import { verifySignature } from './verify-signature.ts';

type Stage = (context: BoringsslContext) => Promise<void> | void;

/** The order of `x509_vfy.cc: X509_verify_cert` after the chain is built; host checks are not asked for. */
const stages: readonly Stage[] = [
  checkChainExtensions,
  checkRevocation,
  internalVerify,
  checkNameConstraints,
  checkPolicies,
];

/**
 * What BoringSSL's `X509_verify_cert` finds as Envoy's default validator calls it (X509_V_FLAG_PARTIAL_CHAIN, purpose
 * and trust by role): every event as if the callback always returned 1. Envoy stops at `first`, its verdict. A
 * certificate that BoringSSL does not even load ends the handshake before: then there are no events and
 * `unloadable` says why. A request with an empty peer chain is a bug of the caller and throws.
 */
export async function verifyBoringssl(request: BoringsslRequest): Promise<VerifyResult> {
  const log = new EventLog('boringssl', boringsslError);
  const context = { ...createChainContext(request, log), badChain: false };
  const unloadable = request.peerChain.flatMap((certificate) => {
    const reason = loadProblem(certificate);
    return reason === null ? [] : [{ certificate, reason }];
  });
  if (unloadable.length > 0) {
    return { ...(await result(context)), ok: false, unloadable };
  }
  if (buildChain(context)) {
    for (const stage of stages) await stage(context);
  }
  return result(context);
}

/** Candidates are explained by what BoringSSL itself makes of their keys. */
function result(context: BoringsslContext): Promise<VerifyResult> {
  const { checkSignature } = context.request;
  return verifyResult('boringssl', context, (subject, issuer) =>
    verifySignature(subject, issuer, checkSignature),
  );
}
