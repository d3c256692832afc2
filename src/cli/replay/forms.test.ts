import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { admissionForm } from './admission-form.ts';
import { corpusForm } from './corpus-form.ts';
import { nginxForm } from './nginx-form.ts';
import { pendingForms } from './pending-forms.ts';
import type { ReplayFile } from './types.ts';
import { webpkiForm } from './webpki-form.ts';

function ids(file: ReplayFile, all: readonly ReplayFile[] = [file]) {
  for (const form of [nginxForm, webpkiForm, corpusForm, admissionForm, ...pendingForms]) {
    const cases = form(file, all);
    if (cases !== null) return cases.map(({ id }) => id);
  }
  return null;
}

const json = (path: string, value: unknown) => ({ path, text: JSON.stringify(value) });
const admission = json('a/expected.json', [
  { file: 'cases.yaml', gvk: 'v1/Gateway', name: 'ok', result: 'OK' },
]);

describe('the forms of recorded cases', () => {
  it.each([
    ['nginx rows', json('x.json', { scenarios: [{ id: 'a', proxy: {}, pem: {} }] }), ['a']],
    ['nginx rows without a frame', json('x.json', [{ id: 'a', proxy: {}, pem: {} }]), ['a']],
    [
      'peer verdicts',
      json('x.json', { verify: [{ name: 'v' }], handshake: [{ name: 'h' }] }),
      ['verify: v', 'handshake: h'],
    ],
    ['webpki rows', json('x.json', { verify: [{ name: 'v', webpki: 'OK' }] }), ['verify: v']],
    ['a corpus', json('x.json', { certs: [], cases: [{ id: 'c', kind: 'SERVER' }] }), ['c']],
    ['admission results', admission, ['standard cases.yaml v1/Gateway ok']],
    ['a manifest', { path: 'm.yaml', text: 'apiVersion: v1\nkind: Service\n' }, ['m.yaml']],
    ['a CRD', { path: 'c.yaml', text: 'kind: CustomResourceDefinition\n' }, []],
    ['something else', { path: 'x.json', text: '{"a": 1}' }, null],
    ['no JSON', { path: 'x.json', text: '{' }, null],
  ])('recognise %s by content', (_what, file, expected) => expect(ids(file)).toEqual(expected));

  it('count a translator pair once and admission manifests with their results', () => {
    const pair = ['p/x.in.yaml', 'p/x.out.yaml'].map((path) => ({ path, text: 'kind: X\n' }));
    expect(pair.map((file) => ids(file, pair))).toEqual([['p/x'], []]);
    const cases = { path: 'a/cases.yaml', text: 'kind: Gateway\n' };
    expect(ids(cases, [cases, admission])).toEqual([]);
  });

  it('fail every case that this build does not play', async () => {
    const file = json('x.json', { verify: [{ name: 'v' }] });
    const [one] = pendingForms.flatMap((form) => form(file, [file]) ?? []);
    expect(await one?.run()).toEqual({
      id: 'verify: v',
      expected: 'the recorded answer',
      got: 'not yet checked by this build',
    });
  });
});

describe('the replay door', () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/replay.ts', ...words], {
      encoding: 'utf8',
    });

  it('prints a last line and ends well when all agree', () => {
    const { stdout, status } = run(
      '--category',
      'time,basic',
      'src/core/verify/fixtures/nginx-openssl.json',
    );
    expect([stdout, status]).toEqual(['8 passed, 0 failed\n', 0]);
  });

  it('prints one JSON line a disagreement', () => {
    const { stdout, status } = run('package.json');
    const [line, last] = stdout.split('\n');
    expect(JSON.parse(line ?? '')).toEqual({
      id: 'package.json',
      expected: 'a recorded case of a known form',
      got: 'its content has none of the known forms',
    });
    expect([last, status]).toEqual(['0 passed, 1 failed', 1]);
  });

  it('goes on after a file that cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'replay-'));
    writeFileSync(join(folder, 'bad.yaml'), 'Clusters:\n- a: [\n');
    const { stdout, status } = run(folder, 'package.json');
    rmSync(folder, { recursive: true });
    const [first, , last] = stdout.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      got: expect.stringContaining('it cannot be read: ') as unknown,
    });
    expect([last, status]).toEqual(['0 passed, 2 failed', 1]);
  });

  it('says how it is called', () => {
    const { stderr, status } = run('--nonsense');
    expect(stderr).toContain('usage: npm run --silent replay');
    expect(status).toBe(2);
  });
});
