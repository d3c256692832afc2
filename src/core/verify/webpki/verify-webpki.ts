import type { Certificate } from '../../pki/types.ts';
import type {
  NameCheck,
  UnloadableCertificate,
  VerifyEvent,
  VerifyResult,
  WebpkiRequest,
} from '../types.ts';
import { parseAnchor, type WebpkiAnchor } from './parse-anchor.ts';
import { parseWebpkiCertificate, type WebpkiCertificate } from './parse-certificate.ts';
import { searchPath, type SearchInput } from './search-path.ts';
import type { FoundPath } from './search-end.ts';
import { SearchRecord } from './search-record.ts';
import { readServerName } from './server-name.ts';
import { verifyServerName } from './verify-server-name.ts';
import { webpkiEvent } from './webpki-event.ts';
import { WebpkiError } from './webpki-error.ts';

/**
 * What rustls with rustls-webpki finds, as agentgateway calls it (rustls 0.23.43, no CRLs): a path to an anchor,
 * then the name. `events` holds the one error that it reports; `attempts` every path that it tried. Anchors that it
 * cannot read are left out (`unusableAnchors`). A request with an empty peer chain is a bug of the caller and
 * throws.
 *
 * @see rustls 0.23.43 src/webpki/server_verifier.rs, rustls-webpki 0.103.14 src/verify_cert.rs
 */
export async function verifyWebpki(request: WebpkiRequest): Promise<VerifyResult> {
  const [peer, ...others] = request.peerChain;
  if (!peer) throw new Error('WebpkiRequest.peerChain must hold the leaf');
  const record = new SearchRecord();
  const leaf = parseWebpkiCertificate(peer, false);
  const { anchors, unusableAnchors } = loadAnchors(request);
  if (leaf instanceof WebpkiError) {
    const event = webpkiEvent(leaf, 0);
    const unloadable = [{ certificate: peer, reason: leaf.debug }];
    return { ...conclude([peer], event, record), unusableAnchors, unloadable };
  }
  const intermediates = others.map((other) => parseWebpkiCertificate(other, false));
  const end = await searchPath(leaf, searchInput(request, anchors, intermediates, record));
  const host = checkName(leaf, request);
  if (end instanceof WebpkiError) {
    const event = webpkiEvent(end, record.depthOf(end));
    const path = abandonedPath(peer, event, record);
    return { ...conclude(path, event, record), unusableAnchors, ...(host && { host }) };
  }
  const unproven = end.unproven.map(({ certificate }) => certificate);
  const result = conclude(foundPath(end), host?.error, record);
  return {
    ...result,
    ok: result.ok && unproven.length === 0,
    untrustedCount: end.path.length,
    unproven,
    unusableAnchors,
    ...(host && { host }),
  };
}

function loadAnchors({ anchors, release = '0.103' }: WebpkiRequest): {
  readonly anchors: readonly WebpkiAnchor[];
  readonly unusableAnchors: readonly UnloadableCertificate[];
} {
  const usable: WebpkiAnchor[] = [];
  const unusableAnchors: UnloadableCertificate[] = [];
  for (const certificate of anchors) {
    const anchor = parseAnchor(certificate, release !== '0.102');
    if (anchor instanceof WebpkiError) unusableAnchors.push({ certificate, reason: anchor.debug });
    else usable.push(anchor);
  }
  return { anchors: usable, unusableAnchors };
}

function searchInput(
  { at, purpose, provider = 'aws-lc-rs', release = '0.103', checkSignature }: WebpkiRequest,
  anchors: readonly WebpkiAnchor[],
  intermediates: readonly (WebpkiCertificate | WebpkiError)[],
  record: SearchRecord,
): SearchInput {
  return {
    anchors,
    intermediates,
    time: Math.floor(at / 1000),
    usage: { purpose, release },
    rules: { provider, release, checkSignature },
    record,
  };
}

function checkName(
  leaf: WebpkiCertificate,
  { serverName, release = '0.103' }: WebpkiRequest,
): NameCheck | undefined {
  if (serverName === undefined) return undefined;
  const name = readServerName(serverName);
  if (name === null) {
    return { name: serverName, matches: false, presented: [], error: invalidName };
  }
  const { presented, matchedBy, error } = verifyServerName(leaf, name, release);
  return {
    name: serverName,
    matches: error === undefined,
    presented,
    ...(matchedBy !== undefined && { matchedBy }),
    ...(error && { error: webpkiEvent(error, 0) }),
  };
}

/** The name is refused before there is a connection. */
const invalidName: VerifyEvent = {
  library: 'webpki',
  code: 0,
  name: 'InvalidDnsNameError',
  text: 'invalid dns name',
  depth: 0,
};

function foundPath({ path, anchor }: FoundPath): readonly Certificate[] {
  return [...path.map(({ certificate }) => certificate), anchor.certificate];
}

/** The path that the reported error is about. */
function abandonedPath(
  leaf: Certificate,
  failed: VerifyEvent,
  { attempts }: SearchRecord,
): readonly Certificate[] {
  return attempts.find(({ error }) => error?.debug === failed.debug)?.path ?? [leaf];
}

function conclude(
  path: readonly Certificate[],
  event: VerifyEvent | undefined,
  { attempts, candidates }: SearchRecord,
): VerifyResult {
  return {
    library: 'webpki',
    ok: event === undefined,
    events: event ? [event] : [],
    ...(event && { first: event, last: event }),
    path,
    untrustedCount: path.length,
    candidates,
    attempts,
    unproven: [],
  };
}
