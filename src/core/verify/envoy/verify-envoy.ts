import { alertFromVerifyResult, type TlsAlert } from '../boringssl/alert-from-verify-result.ts';
import { verifyBoringssl } from '../boringssl/verify-boringssl.ts';
import type { BoringsslRequest, VerifyResult } from '../types.ts';
import { matchSans, matchesSanList, type SanMatch } from './match-sans.ts';
import type { SanMatcher } from './san-matcher.ts';
import { sanTexts } from './san-text.ts';
import {
  loadFailureEntry,
  loadFailureReason,
  verifyFailureReason,
} from './transport-failure-reason.ts';

/** What Envoy's default validator is configured with for one connection. */
export interface EnvoyRequest extends Omit<BoringsslRequest, 'anchors'> {
  /** `trusted_ca`; absent: the chain is not verified at all. */
  readonly anchors?: BoringsslRequest['anchors'];
  /** `match_typed_subject_alt_names`: any one must fit. */
  readonly sanMatchers: readonly SanMatcher[];
  /** A filter's list, taken instead of every matcher. Empty is as absent. */
  readonly sanListOverride?: readonly string[];
  /** `auto_sni_san_validation`: the SNI as an exact DNS matcher, instead of the others, when there is an SNI. */
  readonly autoSniSan?: boolean;
  readonly sni?: string;
  /** `trust_chain_verification: ACCEPT_UNTRUSTED`. */
  readonly acceptUntrusted?: boolean;
}

/** What the validator says, and what Envoy writes and sends when it refuses. */
export interface EnvoyVerdict {
  readonly ok: boolean;
  /** BoringSSL's answer; `null` without a trusted CA. */
  readonly chain: VerifyResult | null;
  /** `not-checked`: nothing is asked of the names, or the chain was refused before. */
  readonly names: 'matched' | 'not-matched' | 'not-checked';
  /** Which matcher fitted which name. */
  readonly match: SanMatch | null;
  /** `verify cert failed: …`; `null` when it accepts, and for a certificate that does not load. */
  readonly detail: string | null;
  readonly alert: TlsAlert | null;
  /** `%UPSTREAM_TRANSPORT_FAILURE_REASON%` with the entry of the refusal alone. */
  readonly failureReason: string | null;
  /** The entries that stand before it when anything else was queued. */
  readonly queue: readonly string[];
}

/**
 * Envoy's `DefaultCertValidator::doVerifyCertChain`: first the chain with BoringSSL, which stops at its first error,
 * then the names of the leaf. A request with an empty peer chain is a bug of the caller and throws.
 */
export async function verifyEnvoy(request: EnvoyRequest): Promise<EnvoyVerdict> {
  const { anchors, acceptUntrusted = false } = request;
  const chain = anchors ? await verifyBoringssl({ ...request, anchors }) : null;
  if (chain?.unloadable) return unloadable(chain);
  if (chain?.first) {
    if (acceptUntrusted) return accepted(request, chain, 'not-checked');
    const { code, depth, text } = chain.first;
    const detail = `verify cert failed: X509_verify_cert: certificate verification error at depth ${String(depth)}: ${text}`;
    return refused(chain, 'not-checked', detail, alertFromVerifyResult(code));
  }
  return verifyNames(request, chain);
}

function verifyNames(request: EnvoyRequest, chain: VerifyResult | null): EnvoyVerdict {
  const leaf = request.peerChain[0];
  if (!leaf) throw new Error('EnvoyRequest.peerChain must hold the leaf');
  const override = request.sanListOverride ?? [];
  const matchers = override.length > 0 ? [] : effectiveMatchers(request);
  if (override.length === 0 && matchers.length === 0)
    return accepted(request, chain, 'not-checked');
  const match = matchSans(leaf, matchers);
  const isOverridden = override.length > 0;
  if (isOverridden ? matchesSanList(leaf, override) : match) {
    return accepted(request, chain, 'matched', match);
  }
  if (request.acceptUntrusted === true) return accepted(request, chain, 'not-matched');
  const names = sanTexts(leaf).join(', ');
  const detail = isOverridden
    ? `verify cert failed: verify SAN list, expected SANs: [${override.join(', ')}], certificate SANs: [${names}]`
    : `verify cert failed: SAN matcher, certificate SANs are [${names}]`;
  return refused(chain, 'not-matched', detail, { number: 46, name: 'certificate_unknown' });
}

/** `verifyCertAndUpdateStatus`: the SNI takes the place of the matchers. */
function effectiveMatchers(request: EnvoyRequest): readonly SanMatcher[] {
  const { sni = '', autoSniSan = false, sanMatchers } = request;
  return autoSniSan && sni !== '' ? [{ san: 'dns', match: 'exact', value: sni }] : sanMatchers;
}

function accepted(
  { acceptUntrusted }: EnvoyRequest,
  chain: VerifyResult | null,
  names: EnvoyVerdict['names'],
  match: SanMatch | null = null,
): EnvoyVerdict {
  // A signature that nobody could check is not taken for a valid one, whatever Envoy would say.
  const ok = acceptUntrusted === true || chain === null || chain.unproven.length === 0;
  return { ok, chain, names, match, detail: null, alert: null, failureReason: null, queue: [] };
}

function refused(
  chain: VerifyResult | null,
  names: EnvoyVerdict['names'],
  detail: string,
  alert: TlsAlert,
): EnvoyVerdict {
  const failureReason = verifyFailureReason(detail);
  const queue = chain?.queue ?? [];
  return { ok: false, chain, names, match: null, detail, alert, failureReason, queue };
}

/** The Certificate message itself is refused. */
function unloadable(chain: VerifyResult): EnvoyVerdict {
  const alert = { number: 50, name: 'decode_error' };
  return {
    ok: false,
    chain,
    names: 'not-checked',
    match: null,
    detail: null,
    alert,
    failureReason: loadFailureReason,
    queue: [...(chain.queue ?? []), loadFailureEntry],
  };
}
