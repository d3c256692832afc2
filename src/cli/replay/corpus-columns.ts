import { webcrypto } from 'node:crypto';
import { verifyBoringssl } from '../../core/verify/boringssl/verify-boringssl.ts';
import { checkHost } from '../../core/verify/check-host.ts';
import { matchSans } from '../../core/verify/envoy/match-sans.ts';
import { verifyGo } from '../../core/verify/go/verify-go.ts';
import { verifyOpenssl } from '../../core/verify/openssl/verify-openssl.ts';
import { createSignatureChecker } from '../../core/verify/signature/create-signature-checker.ts';
import type { VerifyRequest, VerifyResult } from '../../core/verify/types.ts';
import { verifyWebpki } from '../../core/verify/webpki/verify-webpki.ts';
import type { CorpusCase } from './corpus-case.ts';
import { differingColumns, type DifferingColumns } from './differing-columns.ts';
import type { Fields } from './json.ts';

const checkSignature = createSignatureChecker(webcrypto as Crypto);

/** Null when the answers are the same. */
type Column = (item: CorpusCase, recorded: Fields) => Promise<DifferingColumns | null>;

/** The recorded libraries that this build plays, by their name in the corpus. */
export const corpusColumns: Readonly<Record<string, Column>> = {
  ossl30_L1: openssl({ securityLevel: 1, release: '3.0' }),
  ossl30_L2: openssl({ securityLevel: 2, release: '3.0' }),
  ossl35_L1: openssl({ securityLevel: 1, release: '3.5' }),
  ossl35_L2: openssl({ securityLevel: 2, release: '3.5' }),
  ossl35_strict_L2: openssl({ securityLevel: 2, release: '3.5', strict: true }),
  bssl_envoy: boringssl,
  go124: go,
  webpki0102: webpki,
};

function openssl(options: Pick<VerifyRequest, 'securityLevel' | 'release' | 'strict'>): Column {
  return async (item, recorded) => {
    const result = await verifyOpenssl({ ...item, checkSignature, ...options });
    const host = item.name ? recordedHost(recorded.host) : null;
    const matches = item.name ? checkHost(leafOf(item), item.name.value).matches : null;
    return differingColumns(
      item.id,
      { ...recorded, host },
      { ...opensslAnswer(result), host: matches },
    );
  };
}

function opensslAnswer(result: VerifyResult): Fields {
  // The recording stopped at a weak leaf key, before there was a chain.
  const chain = result.first?.code === 66 ? 1 : result.path.length;
  return { ...chainAnswer(result), chain };
}

function chainAnswer({ ok, events, first, last }: VerifyResult): Fields {
  return {
    ok,
    err: first?.code ?? 0,
    depth: first?.depth ?? 0,
    last: last?.code ?? 0,
    events: events.map(({ code, depth }) => `${String(code)}@${String(depth)}`).join(',') || '-',
  };
}

/** For addresses the recording has `X509_check_ip/X509_check_host`. */
function recordedHost(host: unknown): boolean {
  return typeof host === 'string' && host.split('/').at(-1) === '1';
}

/** As Envoy calls it; names were compared as Envoy's exact matcher does. */
async function boringssl(item: CorpusCase, recorded: Fields) {
  const result = await verifyBoringssl({ ...item, checkSignature, release: '20260821' });
  return differingColumns(item.id, recorded, {
    ...chainAnswer(result),
    chain: result.path.length,
    host: sanHost(item),
  });
}

/** `1` and `0` as recorded; `-` for a case without a name. */
function sanHost({ name, peerChain: [leaf] }: CorpusCase): string {
  if (!name || !leaf) return '-';
  const san = name.kind === 'IP' ? 'ip' : 'dns';
  return matchSans(leaf, [{ san, match: 'exact', value: name.value }]) ? '1' : '0';
}

/** `ta:` an anchor that does not load, `ee:` a leaf that does not, `name:` the comparison of names. */
async function webpki(item: CorpusCase, recorded: Fields) {
  const { host, unloadable, unusableAnchors, ...result } = await verifyWebpki({
    ...item,
    checkSignature,
    release: '0.102',
    provider: 'ring',
    ...(item.name && { serverName: item.name.value }),
  });
  const [anchor] = unusableAnchors ?? [];
  const error = result.first?.debug ?? result.first?.name ?? '';
  const stage = unloadable ? 'ee:' : host?.error && host.error === result.first ? 'name:' : '';
  const got = anchor
    ? { ok: false, msg: `ta:${anchor.reason}` }
    : { ok: result.ok, msg: stage + error };
  return differingColumns(item.id, recorded, got);
}

/** Recorded in whole seconds, up to the first hundred characters of the message, roots that do not parse included. */
async function go(item: CorpusCase, recorded: Fields) {
  const { ok, first, unusableAnchors } = await verifyGo({
    ...item,
    at: Math.floor(item.at / 1000) * 1000,
    checkSignature,
    release: '1.24',
    ...(item.name && { serverName: item.name.value }),
  });
  const [root] = unusableAnchors ?? [];
  const msg = root?.reason ?? first?.text ?? '';
  return differingColumns(item.id, recorded, { ok: ok && !root, msg: msg.slice(0, 100) });
}

function leafOf({ peerChain }: CorpusCase) {
  const [leaf] = peerChain;
  if (!leaf) throw new Error('a corpus case has a leaf');
  return leaf;
}
