import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envoyHandshakeCase } from './envoy-handshake-case.ts';
import { fieldsOf, parseJson, rowsOf } from './json.ts';

const text = readFileSync('src/core/verify/fixtures/envoy-boringssl.json', 'utf8');
const rows = rowsOf(fieldsOf(parseJson(text)).handshake);

describe('the recorded handshakes of Envoy', () => {
  it('are 106 rows', () => {
    expect(rows).toHaveLength(106);
  });

  it.each(rows.map(envoyHandshakeCase))('are told as they went: $id', async ({ run }) => {
    expect(await run()).toBeNull();
  });

  it('are not given when a recorded column says something else', async () => {
    const changed = { ...rows[3], result: { ok: false, failure: 'other' } };
    expect(await envoyHandshakeCase(changed).run()).toMatchObject({
      id: 'handshake: wrong CA',
      expected: { failure: 'other' },
      got: { failure: expect.stringContaining('CERTIFICATE_VERIFY_FAILED') as string },
    });
  });

  it('fail a row of a server that is not known', async () => {
    const row = { name: 'x', at: '2026-01-01T00:00:00Z', gateway: {}, backend: { kind: 'iis' } };
    const expected = 'a time and a known server';
    expect(await envoyHandshakeCase(row).run()).toMatchObject({ expected });
  });
});
