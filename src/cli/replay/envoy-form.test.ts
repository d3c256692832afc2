import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envoyForm } from './envoy-form.ts';

const path = 'src/core/verify/fixtures/envoy-boringssl.json';
const text = readFileSync(path, 'utf8');
const cases = envoyForm({ path, text }, []) ?? [];
const chains = cases.filter(({ category }) => category === 'verify');

describe('the recorded verdicts of BoringSSL as Envoy calls it', () => {
  it('are 56 chains and 106 handshakes', () => {
    expect([chains.length, cases.length]).toEqual([56, 162]);
  });

  it.each(chains)('are given for $id in every recorded column', async ({ run }) => {
    expect(await run()).toBeNull();
  });

  it('are not given when a recorded column says something else', async () => {
    const changed = text.replace('"depth": -1', '"depth": 0');
    const found = (envoyForm({ path, text: changed }, []) ?? []).find(({ id }) =>
      id.startsWith('verify: 58'),
    );
    expect(await found?.run()).toEqual({
      id: 'verify: 58 NC and CN-only leaf outside',
      expected: { depth: 0 },
      got: { depth: -1 },
    });
  });

  it('fail a row that has no answer or no chain beside rows that have', async () => {
    const table = JSON.parse(text) as { verify: Record<string, unknown>[] };
    const [first] = table.verify;
    const rows = [first, { name: 'bare' }, { ...first, name: 'empty', chain: '' }];
    const found = envoyForm({ path, text: JSON.stringify({ verify: rows }) }, []) ?? [];
    const missing = { expected: 'a chain, a time and a recorded answer', got: 'the row has none' };
    expect(await Promise.all(found.map(({ run }) => run()))).toEqual([
      null,
      { id: 'verify: bare', ...missing },
      { id: 'verify: empty', ...missing },
    ]);
  });

  it('leave tables of other libraries to other forms', () => {
    const webpki = { verify: [{ name: 'v', chain: '', anchors: '', webpki: 'Ok' }] };
    expect(envoyForm({ path, text: JSON.stringify(webpki) }, [])).toBeNull();
    expect(envoyForm({ path, text: '[]' }, [])).toBeNull();
  });
});
