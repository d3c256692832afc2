import { describe, expect, it } from 'vitest';
import { checkHost } from '../check-host.ts';
import { corpusCertificate, corpusColumns, corpusRequest } from '../corpus-request.testing.ts';
import { divergencesOf } from '../divergences.testing.ts';
import type { VerifyRequest } from '../types.ts';
import {
  loadX509Corpus,
  type CorpusCase,
  type RecordedAnswer,
  type X509Corpus,
} from '../x509-corpus.testing.ts';
import { verifyOpenssl } from './verify-openssl.ts';

const corpus = loadX509Corpus();
if (!corpus) console.info('skipped: ../shared/peer/x509-corpus is not here');

const oracles: readonly (readonly [name: string, options: Partial<VerifyRequest>])[] = [
  ['ossl30_L1', { securityLevel: 1, release: '3.0' }],
  ['ossl30_L2', { securityLevel: 2, release: '3.0' }],
  ['ossl35_L1', { securityLevel: 1 }],
  ['ossl35_L2', { securityLevel: 2 }],
  ['ossl35_strict_L2', { securityLevel: 2, strict: true }],
];

/** For addresses the recording has `X509_check_ip/X509_check_host`. */
function recordedHost(host: string | null): boolean {
  return host?.split('/').at(-1) === '1';
}

async function ours(from: X509Corpus, item: CorpusCase, options: Partial<VerifyRequest>) {
  const request = { ...corpusRequest(from, item), securityLevel: 2, ...options } as const;
  const columns = corpusColumns(await verifyOpenssl(request));
  return {
    ...columns,
    // The recording stopped at a weak leaf key, before there was a chain.
    chain: columns.err === 66 ? 1 : columns.chain,
    host: item.name ? checkHost(corpusCertificate(from, item.peer), item.name.value).matches : null,
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
        if (!corpus || !answer) continue;
        compared++;
        const [got, expected] = [await ours(corpus, item, options), theirs(item, answer)];
        if (JSON.stringify(got) !== JSON.stringify(expected)) differing.push(item.id);
      }
      expect(differing.sort()).toEqual(divergencesOf(oracle));
      expect(compared).toBe(1922);
    },
    60_000,
  );
});
