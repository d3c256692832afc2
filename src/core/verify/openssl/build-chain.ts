import type { Certificate } from '../../pki/types.ts';
import type { IssuerCandidate } from '../types.ts';
import { certificateFlags } from './certificate-flags.ts';
import type { ChainContext } from '../libcrypto/chain-context.ts';
import { findIssuer } from './issuer-search.ts';

/** What extending the chain by one certificate led to. */
type Extension = 'extended' | 'trusted' | 'exhausted' | 'aborted';

/**
 * Builds the chain from the leaf up (`crypto/x509/x509_vfy.c: build_chain`): the trust store is asked first for
 * every link (TRUSTED_FIRST); once an anchor is taken the peer's certificates are out. Trust needs a self-signed
 * anchor on top, because nginx does not set PARTIAL_CHAIN. False when the library gives up.
 */
export function buildChain(context: ChainContext): boolean {
  const unused = [...context.request.peerChain];
  for (;;) {
    const fromStore = extendFromStore(context);
    if (fromStore === 'trusted') return true;
    if (fromStore === 'aborted') return false;
    if (fromStore === 'extended') continue;
    if (hasAnchor(context) || !extendFromPeer(context, unused)) break;
  }
  reportUntrusted(context);
  return true;
}

function top({ chain, request }: ChainContext): Certificate {
  return chain[chain.length - 1] ?? request.peerChain[0] ?? failEmpty();
}

function failEmpty(): never {
  throw new Error('VerifyRequest.peerChain must hold the leaf');
}

function hasAnchor({ chain, untrustedCount }: ChainContext): boolean {
  return untrustedCount < chain.length;
}

function isTooDeep({ chain, request }: ChainContext): boolean {
  return chain.length > request.depth + 1;
}

/** `X509_self_signed(cert, 0)`: null when the key or an extension cannot be read. */
function selfSigned(certificate: Certificate): boolean | null {
  if (!certificate.publicKey.decodable || certificateFlags(certificate).invalid) return null;
  return certificateFlags(certificate).selfSigned;
}

function extendFromStore(context: ChainContext): Extension {
  const current = top(context);
  const place = { from: 'anchors', pool: context.store, tooDeep: isTooDeep(context) } as const;
  const issuer = findIssuer(context, current, place);
  if (!issuer) return 'exhausted';
  const currentIsSelfSigned = selfSigned(current);
  if (currentIsSelfSigned === null) return abort(context);
  if (currentIsSelfSigned) return replaceByTrustedCopy(context, current, issuer);
  context.chain.push(issuer);
  const issuerIsSelfSigned = selfSigned(issuer);
  if (issuerIsSelfSigned === null) return abort(context);
  return issuerIsSelfSigned && isTrusted(context) ? 'trusted' : 'extended';
}

/** A self-signed certificate is trusted only when the store holds that very one, not a mimic of its name. */
function replaceByTrustedCopy(
  context: ChainContext,
  current: Certificate,
  issuer: Certificate,
): Extension {
  if (current.fingerprint !== issuer.fingerprint) {
    rejectLast(context, issuer);
    return 'exhausted';
  }
  context.untrustedCount = context.chain.length - 1;
  context.chain[context.chain.length - 1] = issuer;
  return isTrusted(context) ? 'trusted' : 'exhausted';
}

function rejectLast(context: ChainContext, issuer: Certificate): void {
  const at = context.candidates.findLastIndex((entry) => entry.candidate === issuer);
  const entry: IssuerCandidate | undefined = context.candidates[at];
  if (entry) {
    context.candidates[at] = { ...entry, outcome: 'rejected', rejections: ['not-identical'] };
  }
}

/** `check_trust` with SSL trust and no auxiliary settings: a self-signed certificate of the store. */
function isTrusted({ chain, untrustedCount }: ChainContext): boolean {
  return chain.slice(untrustedCount).some((link) => {
    const { selfSigned: signed, invalid } = certificateFlags(link);
    return signed && !invalid;
  });
}

function extendFromPeer(context: ChainContext, unused: Certificate[]): boolean {
  const current = top(context);
  if (selfSigned(current) === true) return false;
  const place = { from: 'peer', pool: unused, tooDeep: isTooDeep(context) } as const;
  const issuer = findIssuer(context, current, place);
  if (!issuer) return false;
  unused.splice(unused.indexOf(issuer), 1);
  context.chain.push(issuer);
  context.untrustedCount++;
  return true;
}

function abort(context: ChainContext): Extension {
  context.log.abort(context.chain.length - 1, 1);
  return 'aborted';
}

/**
 * The end of `build_chain`: 22 and then, because the callback went on, 18, 19, 2 or 20. An error from before (a weak
 * leaf key) hides them: it "has become final" and is reported once more instead.
 */
function reportUntrusted(context: ChainContext): void {
  const { log, chain } = context;
  const depth = chain.length - 1;
  const earlier = log.events[log.events.length - 1];
  if (earlier) {
    log.report(earlier.code, depth);
    return;
  }
  if (isTooDeep(context)) log.report(22, depth);
  if (selfSigned(top(context)) === true) log.report(depth === 0 ? 18 : 19, depth);
  else log.report(hasAnchor(context) ? 2 : 20, depth);
}
