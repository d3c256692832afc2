import { describe, expect, it } from 'vitest';
import { decodeCertificate } from '../../pki/certificate.ts';
import { decodeCrl } from '../../pki/crl.ts';
import type { Certificate, CertificateRevocationList } from '../../pki/types.ts';
import { checkHost } from '../check-host.ts';
import { createSignatureChecker } from '../signature/create-signature-checker.ts';
import type { VerifyRequest, VerifyResult } from '../types.ts';
import { loadX509Corpus, type CorpusCase, type RecordedAnswer } from '../x509-corpus.testing.ts';
import { verifyOpenssl } from './verify-openssl.ts';
import { eventList } from './verify-openssl.testing.ts';

const corpus = loadX509Corpus();
if (!corpus) console.info('skipped: ../shared/peer/x509-corpus is not here');

const oracles: readonly (readonly [name: string, options: Partial<VerifyRequest>])[] = [
  ['ossl30_L1', { securityLevel: 1, release: '3.0' }],
  ['ossl30_L2', { securityLevel: 2, release: '3.0' }],
  ['ossl35_L1', { securityLevel: 1 }],
  ['ossl35_L2', { securityLevel: 2 }],
  ['ossl35_strict_L2', { securityLevel: 2, strict: true }],
];

/** None: whatever differs is a bug or needs its reason here. */
const divergences: Readonly<Record<string, string>> = {};

const recordedWithoutTime = '2026-11-20T16:00:00Z';
const checkSignature = createSignatureChecker(globalThis.crypto);
const memory = new Map<number, Certificate>();

function certificate(index: number): Certificate {
  const known = memory.get(index);
  if (known) return known;
  const decoded = decodeCertificate(
    Uint8Array.from(Buffer.from(corpus?.certs[index] ?? '', 'base64')),
  );
  if (!decoded.ok) throw new Error(`certificate ${String(index)}: ${decoded.problem}`);
  memory.set(index, decoded.certificate);
  return decoded.certificate;
}

function crl(base64: string): CertificateRevocationList {
  const decoded = decodeCrl(Uint8Array.from(Buffer.from(base64, 'base64')));
  if (!decoded.ok) throw new Error(`CRL: ${decoded.problem}`);
  return decoded.crl;
}

function run(item: CorpusCase, options: Partial<VerifyRequest>): Promise<VerifyResult> {
  return verifyOpenssl({
    peerChain: [item.peer, ...item.untrusted].map(certificate),
    anchors: item.trusted.map(certificate),
    purpose: item.kind === 'SERVER' ? 'server' : 'client',
    depth: item.depth ?? 100,
    securityLevel: 2,
    at: Date.parse(item.time ?? recordedWithoutTime),
    checkSignature,
    ...(item.crls.length > 0 && { crls: item.crls.map(crl) }),
    ...options,
  });
}

/** The recording stopped at a weak leaf key, before there was a chain. */
function chainLength(result: VerifyResult): number {
  return result.first?.code === 66 ? 1 : result.path.length;
}

/** For addresses the recording has `X509_check_ip/X509_check_host`. */
function recordedHost(host: string | null): boolean {
  return host?.split('/').at(-1) === '1';
}

function ours(item: CorpusCase, result: VerifyResult) {
  return {
    ok: result.ok,
    err: result.first?.code ?? 0,
    depth: result.first?.depth ?? 0,
    last: result.last?.code ?? 0,
    events: eventList(result),
    chain: chainLength(result),
    host: item.name ? checkHost(certificate(item.peer), item.name.value).matches : null,
  };
}

function theirs(item: CorpusCase, answer: RecordedAnswer) {
  return { ...answer, host: item.name ? recordedHost(answer.host) : null };
}

describe.skipIf(!corpus)('x509-limbo and BetterTLS, as OpenSSL answered them', () => {
  it.each(oracles)(
    '%s: verdict, first, last, events, chain and host agree',
    async (oracle, options) => {
      const differing: string[] = [];
      let compared = 0;
      for (const item of corpus?.cases ?? []) {
        const answer = item.oracle[oracle];
        if (!answer) continue;
        compared++;
        const [got, expected] = [ours(item, await run(item, options)), theirs(item, answer)];
        if (JSON.stringify(got) !== JSON.stringify(expected)) differing.push(item.id);
      }
      expect(differing.sort()).toEqual(Object.keys(divergences).sort());
      expect(compared).toBe(1922);
    },
    60_000,
  );
});
