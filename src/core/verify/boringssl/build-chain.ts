import type { Certificate } from '../../pki/types.ts';
import type { BoringsslContext } from './boringssl-context.ts';
import { boringsslFlags } from './certificate-flags.ts';
import { hasIssued } from './check-issued.ts';
import { findIssuer } from './find-issuer.ts';

/** `X509_V_ERR_INVALID_EXTENSION`, without asking the callback. */
const invalidExtension = 41;

/**
 * Builds the chain (`crypto/x509/x509_vfy.cc: X509_verify_cert`, first half) with X509_V_FLAG_PARTIAL_CHAIN: the
 * peer's certificates until the trust store knows the issuer, then the store. Any certificate of the store ends the
 * search well. False when the library gives up.
 */
export function buildChain(context: BoringsslContext): boolean {
  if (!extendFromPeer(context)) return false;
  const setAside = settleSelfSigned(context);
  if (!extendFromStore(context)) return false;
  if (!isTrusted(context) && !context.badChain) reportUntrusted(context, setAside);
  return true;
}

function top({ chain }: BoringsslContext): Certificate {
  const last = chain[chain.length - 1];
  if (!last) throw new Error('a chain holds the leaf at least');
  return last;
}

/** The depth counts neither the leaf nor the anchor. */
function isFull({ chain, request }: BoringsslContext): boolean {
  return chain.length >= request.depth + 2;
}

/** False, and the verification over, for a certificate with a broken extension. */
function isSound(context: BoringsslContext): boolean {
  const isPeers = context.chain.length <= context.untrustedCount;
  context.queue.readExtensions(top(context), isPeers ? 'peer' : 'anchors');
  if (!boringsslFlags(top(context)).invalid) return true;
  context.log.abort(0, invalidExtension);
  return false;
}

function extendFromPeer(context: BoringsslContext): boolean {
  const unused = [...context.request.peerChain];
  while (!isFull(context)) {
    if (!isSound(context)) return false;
    const current = top(context);
    if (boringsslFlags(current).selfSigned) break;
    if (findIssuer(context, current, 'anchors', context.store)) break;
    const issuer = findIssuer(context, current, 'peer', unused);
    if (!issuer) break;
    unused.splice(unused.indexOf(issuer), 1);
    context.chain.push(issuer);
    context.untrustedCount++;
  }
  return isSound(context);
}

/**
 * A self-signed certificate on top: alone, it must be in the store itself, else 18; above others it is set aside,
 * because a trusted certificate may take its place.
 */
function settleSelfSigned(context: BoringsslContext): Certificate | undefined {
  const current = top(context);
  if (!boringsslFlags(current).selfSigned) return undefined;
  if (context.chain.length > 1) {
    context.untrustedCount--;
    return context.chain.pop();
  }
  const issuer = findIssuer(context, current, 'anchors', context.store);
  if (issuer?.fingerprint === current.fingerprint) {
    replaceLeaf(context, issuer);
    return undefined;
  }
  if (issuer) rejectMimic(context, issuer);
  context.badChain = true;
  context.log.report(18, 0);
  return undefined;
}

function replaceLeaf(context: BoringsslContext, trusted: Certificate): void {
  context.chain[0] = trusted;
  context.untrustedCount = 0;
}

function rejectMimic(context: BoringsslContext, issuer: Certificate): void {
  const at = context.candidates.findLastIndex((entry) => entry.candidate === issuer);
  const entry = context.candidates[at];
  if (!entry) return;
  context.candidates[at] = { ...entry, outcome: 'rejected', rejections: ['not-identical'] };
}

function extendFromStore(context: BoringsslContext): boolean {
  while (!isFull(context)) {
    if (!isSound(context)) return false;
    const current = top(context);
    if (boringsslFlags(current).selfSigned) break;
    const issuer = findIssuer(context, current, 'anchors', context.store);
    if (!issuer) break;
    context.chain.push(issuer);
  }
  return true;
}

/** `check_trust`: anything from the store will do, also the leaf itself. */
function isTrusted(context: BoringsslContext): boolean {
  if (context.untrustedCount < context.chain.length) return true;
  const leaf = context.chain[0];
  const same = context.store.find(({ fingerprint }) => fingerprint === leaf?.fingerprint);
  if (!same) return false;
  replaceLeaf(context, same);
  return true;
}

/** The self-signed certificate comes back for 19; otherwise nobody vouches for the top: 20. */
function reportUntrusted(context: BoringsslContext, setAside: Certificate | undefined): void {
  context.badChain = true;
  if (setAside && hasIssued(setAside, top(context))) {
    context.chain.push(setAside);
    context.untrustedCount = context.chain.length;
    context.log.report(19, context.chain.length - 1);
    return;
  }
  context.log.report(20, context.chain.length - 1);
}
