import { describe, expect, it } from 'vitest';
import { divergencesOf } from '../../core/verify/divergences.testing.ts';
import { loadX509Corpus } from '../../core/verify/x509-corpus.testing.ts';
import { corpusForm } from './corpus-form.ts';

const corpus = loadX509Corpus();
if (!corpus) console.info('skipped: ../shared/peer/x509-corpus is not here');

/** The corpus with one recorded column; the columns of OpenSSL and BoringSSL are played beside their engines. */
function playable(column: string) {
  const cases = (corpus?.cases ?? []).flatMap((item) => {
    const answer = item.oracle[column];
    return answer ? [{ ...item, oracle: { [column]: answer } }] : [];
  });
  const text = JSON.stringify({ certs: corpus?.certs ?? [], cases });
  return corpusForm({ path: 'corpus.json', text }, []) ?? [];
}

describe.skipIf(!corpus)('the recorded verdicts and messages of libraries that search', () => {
  it.each([
    ['go124', 1908],
    ['webpki0102', 1908],
  ])(
    'are given for %s',
    async (column, count) => {
      const differing: string[] = [];
      const cases = playable(column);
      for (const { id, run } of cases) if ((await run()) !== null) differing.push(id);
      expect(differing.sort()).toEqual(divergencesOf(column));
      expect(cases).toHaveLength(count);
    },
    120_000,
  );

  it('are played for OpenSSL and BoringSSL too', async () => {
    const few = (corpus?.cases ?? []).slice(0, 20);
    const text = JSON.stringify({ certs: corpus?.certs ?? [], cases: few });
    const cases = corpusForm({ path: 'corpus.json', text }, []) ?? [];
    expect(await Promise.all(cases.map(({ run }) => run()))).toEqual(few.map(() => null));
  });

  it('are not given when a recording says something else', async () => {
    const found = (corpus?.cases ?? []).find(({ id }) => id === 'rfc5280::validity::expired-leaf');
    const oracle = { webpki0102: { ok: true, msg: '' }, bssl_envoy: found?.oracle.bssl_envoy };
    const text = JSON.stringify({ certs: corpus?.certs ?? [], cases: [{ ...found, oracle }] });
    const [one] = corpusForm({ path: 'corpus.json', text }, []) ?? [];
    expect(await one?.run()).toEqual({
      id: 'rfc5280::validity::expired-leaf',
      expected: { webpki0102: { ok: true, msg: '' } },
      got: { webpki0102: { ok: false, msg: 'CertExpired' } },
    });
  });
});

it('fails a case without certificates', async () => {
  const cases = [{ id: 'c', peer: 0, trusted: [], oracle: { go124: { ok: true } } }];
  const text = JSON.stringify({ certs: [], cases });
  const [one] = corpusForm({ path: 'corpus.json', text }, []) ?? [];
  expect(await one?.run()).toEqual({
    id: 'c',
    expected: 'certificates and a recorded library',
    got: 'the case has none',
  });
});
