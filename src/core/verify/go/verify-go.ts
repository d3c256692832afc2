import type { Certificate } from '../../pki/types.ts';
import type { GoRequest, NameCheck, UnloadableCertificate, VerifyResult } from '../types.ts';
import { buildChains, type GoChain, type GoSearch } from './build-chains.ts';
import { checkChainConstraints } from './check-constraints.ts';
import { chainAllowsUsage } from './check-usages.ts';
import { checkValidity } from './check-validity.ts';
import { policiesValid } from './policies-valid.ts';
import { incompatibleUsage, invalidPolicies, whyNoChain } from './why-no-chain.ts';
import { readGoCertificate, type GoCertificateFields } from './go-certificate.ts';
import { GoError } from './go-error.ts';
import { GoSearchRecord } from './search-record.ts';
import { goIpText, verifyHostname } from './verify-hostname.ts';

const USAGES = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' } as const;

/**
 * What Go's `Certificate.Verify` answers, as crypto/tls calls it for peers of both roles: the leaf itself, the name,
 * every chain to a root, then policies, extended key usages and name constraints of each. `events` holds the one error;
 * `attempts` the whole chains. A peer's certificate that does not parse ends the handshake; a root that does not is
 * left out. A request with an empty peer chain is a bug of the caller and throws.
 *
 * @see Go 1.26 src/crypto/x509/verify.go
 */
export async function verifyGo(request: GoRequest): Promise<VerifyResult> {
  const [first] = request.peerChain;
  if (!first) throw new Error('GoRequest.peerChain must hold the leaf');
  const record = new GoSearchRecord();
  const peer = readAll(request.peerChain);
  const roots = readAll(request.anchors);
  const unusable = { unusableAnchors: roots.refused };
  const [refused] = peer.errors;
  const [leaf, ...intermediates] = peer.certificates;
  if (refused || !leaf) {
    return { ...failure([first], refused ?? null, record), unloadable: peer.refused, ...unusable };
  }
  const host = checkHost(leaf, request);
  const early = checkValidity(leaf, 'leaf', [], request.at) ?? host?.refusal ?? null;
  const found = { ...unusable, ...(host && { host: host.check }) };
  if (early) return { ...failure([first], early, record), ...found };
  const { at, checkSignature, release = '1.26' } = request;
  const pools = { roots: roots.certificates, intermediates };
  const search = { ...pools, at, release, checkSignature, record, considered: 0 };
  const { chains, error } = await findChains(leaf, search);
  if (error) return { ...failure([first], error, record), ...found };
  return { ...judgeChains(chains, request, record), ...found };
}

function findChains(leaf: GoCertificateFields, search: GoSearch) {
  const start = { certificates: [leaf], unproven: [] };
  const { fingerprint } = leaf.certificate;
  const isRoot = search.roots.some(({ certificate }) => certificate.fingerprint === fingerprint);
  return isRoot ? { chains: [start], error: null } : buildChains(start, search);
}

/** A chain counts when its policies hold, it allows the usage and its name constraints allow every name. */
function judgeChains(
  chains: readonly GoChain[],
  { purpose, release = '1.26' }: GoRequest,
  record: GoSearchRecord,
): VerifyResult {
  const errors: GoError[] = [];
  for (const { certificates, unproven } of chains) {
    const error = judgeChain(certificates, purpose, release);
    const path = certificates.map(({ certificate }) => certificate);
    record.chain(path, error);
    if (error) errors.push(error);
    else return success(path, unproven, record);
  }
  return failure(record.attempts[0]?.path ?? [], whyNoChain(errors, release), record);
}

function judgeChain(
  certificates: readonly GoCertificateFields[],
  purpose: GoRequest['purpose'],
  release: NonNullable<GoRequest['release']>,
): GoError | null {
  if (!policiesValid(certificates)) return invalidPolicies;
  if (!chainAllowsUsage(certificates, USAGES[purpose])) return incompatibleUsage;
  return release === '1.26' ? checkChainConstraints(certificates) : null;
}

function readAll(certificates: readonly Certificate[]) {
  const read: GoCertificateFields[] = [];
  const errors: GoError[] = [];
  const refused: UnloadableCertificate[] = [];
  const seen = new Set<string>();
  for (const certificate of certificates) {
    // A pool holds a certificate once.
    if (seen.has(certificate.fingerprint)) continue;
    seen.add(certificate.fingerprint);
    const fields = readGoCertificate(certificate);
    if (fields instanceof GoError) {
      errors.push(fields);
      refused.push({ certificate, reason: fields.text });
    } else read.push(fields);
  }
  return { certificates: read, errors, refused };
}

function checkHost(
  leaf: GoCertificateFields,
  { serverName }: GoRequest,
): { readonly check: NameCheck; readonly refusal: GoError | null } | null {
  if (serverName === undefined || serverName === '') return null;
  const verdict = verifyHostname(leaf, serverName);
  const check = {
    name: serverName,
    matches: verdict.ok,
    presented: [...leaf.dnsNames, ...leaf.addresses.map(goIpText)],
    ...(verdict.ok && { matchedBy: verdict.matchedBy }),
    ...(!verdict.ok && { error: verdict.error.toEvent(0) }),
  };
  return { check, refusal: verdict.ok ? null : verdict.error };
}

function success(
  path: readonly Certificate[],
  unproven: readonly GoCertificateFields[],
  record: GoSearchRecord,
): VerifyResult {
  return {
    ...failure(path, null, record),
    ok: unproven.length === 0,
    untrustedCount: Math.max(path.length - 1, 1),
    unproven: unproven.map(({ certificate }) => certificate),
  };
}

function failure(
  path: readonly Certificate[],
  error: GoError | null,
  { attempts, candidates }: GoSearchRecord,
): VerifyResult {
  const event = error?.toEvent(0);
  return {
    library: 'go',
    ok: false,
    events: event ? [event] : [],
    ...(event && { first: event, last: event }),
    path,
    untrustedCount: path.length,
    candidates,
    attempts,
    unproven: [],
  };
}
