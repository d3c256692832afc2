import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nginxForm } from './nginx-form.ts';

const path = 'src/core/verify/fixtures/nginx-openssl.json';
const text = readFileSync(path, 'utf8');
const cases = nginxForm({ path, text }, []) ?? [];

describe('the recorded verdicts of nginx and OpenSSL', () => {
  it('are 207 rows', () => expect(cases).toHaveLength(207));

  it.each(cases)('are given for $id in every recorded profile and column', async ({ run }) => {
    expect(await run()).toBeNull();
  });

  it('are not given when a recorded column says something else', async () => {
    const changed = text.replace('"httpStatus": 502', '"httpStatus": 503');
    const found = nginxForm({ path, text: changed }, []) ?? [];
    const plain = found.find(({ id }) => id === 'a02-https-to-plain-http');
    expect(await plain?.run()).toEqual({
      id: 'a02-https-to-plain-http',
      expected: { profile: 'ngf-tls13', httpStatus: 503 },
      got: { profile: 'ngf-tls13', httpStatus: 502 },
    });
  });

  it('fail a row without a recorded profile or without a time', async () => {
    const rows = [{ id: 'x', proxy: {}, pem: {} }];
    const [one] = nginxForm({ path: 'x', text: JSON.stringify(rows) }, []) ?? [];
    expect(await one?.run()).toEqual({
      id: 'x',
      expected: 'a time and a recorded profile',
      got: 'the row has none',
    });
  });
});
