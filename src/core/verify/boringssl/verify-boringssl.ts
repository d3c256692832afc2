import { createChainContext } from '../libcrypto/create-chain-context.ts';
import { EventLog } from '../libcrypto/event-log.ts';
import { verifyResult } from '../libcrypto/verify-result.ts';
import type { BoringsslRequest, UnloadableCertificate, VerifyResult } from '../types.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { boringsslError } from './boringssl-errors.ts';
import { buildChain } from './build-chain.ts';
import { checkChainExtensions } from './check-chain-extensions.ts';
import { checkNameConstraints } from './check-name-constraints.ts';
import { checkPolicies } from './check-policies.ts';
import { checkRevocation } from './check-revocation.ts';
import { internalVerify } from './internal-verify.ts';
import { findLoadProblem } from './load-problem.ts';
import { ErrorQueue } from './queue/error-queue.ts';
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
  const queue = new ErrorQueue(log);
  const context = { ...createChainContext(request, log), badChain: false, queue };
  const unloadable = request.peerChain.flatMap((certificate) => {
    const problem = findLoadProblem(certificate);
    return problem === null ? [] : [{ certificate, ...problem }];
  });
  if (unloadable[0]) {
    queue.push(unloadable[0].queue);
    return { ...(await result(context)), ok: false, unloadable: unloadable.map(withoutQueue) };
  }
  if (buildChain(context)) {
    for (const stage of stages) await stage(context);
  }
  return result(context);
}

function withoutQueue({ certificate, reason }: UnloadableCertificate): UnloadableCertificate {
  return { certificate, reason };
}

/** Candidates are explained by what BoringSSL itself makes of their keys. */
async function result(context: BoringsslContext): Promise<VerifyResult> {
  const { checkSignature } = context.request;
  const found = await verifyResult('boringssl', context, (subject, issuer) =>
    verifySignature(subject, issuer, checkSignature),
  );
  const { entries } = context.queue;
  return entries.length > 0 ? { ...found, queue: entries } : found;
}
