import { describe, expect, it } from 'vitest';
import { corpusCertificate, corpusColumns, corpusRequest } from '../corpus-request.testing.ts';
import { divergencesOf } from '../divergences.testing.ts';
import { matchSans } from '../envoy/match-sans.ts';
import { loadX509Corpus, type CorpusCase, type X509Corpus } from '../x509-corpus.testing.ts';
import { verifyBoringssl } from './verify-boringssl.ts';

const corpus = loadX509Corpus();
if (!corpus) console.info('skipped: ../shared/peer/x509-corpus is not here');

/** `1` and `0` as recorded; `-` for a case without a name. */
function host(from: X509Corpus, { name, peer }: CorpusCase): string {
  if (!name) return '-';
  const san = name.kind === 'IP' ? 'ip' : 'dns';
  const matcher = { san, match: 'exact', value: name.value } as const;
  return matchSans(corpusCertificate(from, peer), [matcher]) ? '1' : '0';
}

async function columns(from: X509Corpus, item: CorpusCase) {
  const request = { ...corpusRequest(from, item), release: '20260821' } as const;
  return { ...corpusColumns(await verifyBoringssl(request)), host: host(from, item) };
}

describe.skipIf(!corpus)('x509-limbo and BetterTLS, as BoringSSL answered Envoy', () => {
  it('verdict, first, depth, last, events, chain and names agree', async () => {
    const differing: string[] = [];
    let compared = 0;
    for (const item of corpus?.cases ?? []) {
      const answer = item.oracle.bssl_envoy;
      if (!corpus || !answer) continue;
      compared++;
      const got = await columns(corpus, item);
      if (JSON.stringify(got) !== JSON.stringify(answer)) differing.push(item.id);
    }
    expect(differing.sort()).toEqual(divergencesOf('bssl_envoy'));
    expect(compared).toBe(1922);
  }, 60_000);
});
