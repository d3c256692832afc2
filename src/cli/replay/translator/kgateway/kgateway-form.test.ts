import { describe, expect, it } from 'vitest';
import type { ReplayFile } from '../../types.ts';
import { sharedFiles } from '../shared-files.testing.ts';
import { kgatewayForm } from './kgateway-form.ts';

const translator = sharedFiles('peer/kgateway/translator');
const dumps = sharedFiles('peer/kgateway/setup-xds');

const casesOf = (files: readonly ReplayFile[]) =>
  files.flatMap((file) =>
    (kgatewayForm(file, files) ?? []).map((one) => [file.path, one] as const),
  );

describe.skipIf(translator.length === 0)("kgateway's own translator cases", () => {
  it.each(casesOf(translator))('%s', async (_path, { run }) => expect(await run()).toBeNull());

  it('are 15 outputs, three of them validated by Envoy', () => {
    const paths = casesOf(translator).map(([path]) => path);
    expect([paths.length, paths.filter((path) => path.includes('/strict/')).length]).toEqual([
      15, 3,
    ]);
  });
});

describe.skipIf(dumps.length === 0)('what kgateway sends to Envoy', () => {
  it.each(casesOf(dumps))('%s', async (_path, { run }) => expect(await run()).toBeNull());

  it('is recorded twice', () => expect(casesOf(dumps)).toHaveLength(2));
});

describe('the form of kgateway', () => {
  const output: ReplayFile = {
    path: 'outputs/a.yaml',
    text: 'Clusters:\n- name: kube_default_app_443\n  type: EDS\nStatuses: {}\n',
  };
  const input: ReplayFile = {
    path: 'inputs/a.yaml',
    text: 'apiVersion: v1\nkind: Service\nmetadata: { name: app }\nspec: { ports: [{ port: 443 }] }\n',
  };

  it('counts an input with its output', () => {
    expect(kgatewayForm(input, [input, output])).toEqual([]);
  });

  it('tells both sides of a cluster that differs', async () => {
    const [one] = kgatewayForm(output, [input, output]) ?? [];
    expect(await one?.run()).toMatchObject({
      id: 'outputs/a.yaml',
      expected: { 'cluster kube_default_app_443': { name: 'kube_default_app_443', type: 'EDS' } },
      got: { 'cluster kube_default_app_443': { edsClusterConfig: {} } },
    });
  });

  it('fails an output whose input is not there', async () => {
    const [one] = kgatewayForm(output, [output]) ?? [];
    expect(await one?.run()).toMatchObject({ expected: ['inputs/a.yaml'], got: [] });
  });

  it.each([
    ['other YAML', { path: 'a.yaml', text: 'kind: Service\n' }],
    ['clusters of something else', { path: 'a.yaml', text: 'clusters:\n- name: a\n' }],
  ])('is not %s', (_what, file) => expect(kgatewayForm(file, [file])).toBeNull());
});
