import { describe, expect, it } from 'vitest';
import type { SetupDraft } from '../../../core/authoring/index.ts';
import { fileToShow, previewFiles } from './changed-files.ts';

const draftOf = (texts: Readonly<Record<string, string>>): SetupDraft => ({
  setup: {
    files: Object.entries(texts).map(([path, text]) => ({ path, text })),
    standIns: [],
    assignments: [],
    blobs: [],
    options: { versions: {} },
  },
  rows: [],
  objects: [],
  topology: { nodes: [], edges: [], hops: [], lanes: [], width: 0, height: 0 },
  verdict: { verdict: 'ok', headline: '', connectionId: null, cause: null },
  implementations: [],
});

const base = {
  'keys.yaml': 'kind: Secret\n',
  'gateway.yaml': 'kind: Gateway\n',
  'tls.yaml': 'kind: BackendTLSPolicy\n',
};

describe('the file that is shown after an answer', () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string, readonly number[]]>([
    ['the policy while nothing is added', {}, 'tls.yaml', []],
    [
      'the Gateway that got a line',
      { 'gateway.yaml': 'kind: Gateway\ntls: 1\n' },
      'gateway.yaml',
      [1],
    ],
    [
      'the Gateway before the keys that are new',
      { 'gateway.yaml': 'kind: Gateway\ntls: 1\n', 'new.yaml': 'kind: Secret\n' },
      'gateway.yaml',
      [1],
    ],
    ['the keys, where only they are new', { 'new.yaml': 'kind: Secret\n' }, 'new.yaml', [0]],
  ])('is %s', (_what, changes, path, added) => {
    const shown = fileToShow(previewFiles(draftOf({ ...base, ...changes }), draftOf(base)));
    expect([shown?.path, [...(shown?.added ?? [])]]).toEqual([path, added]);
  });

  it('marks nothing before the first answer', () => {
    const files = previewFiles(draftOf(base), null);
    expect(files.every(({ added }) => added.size === 0)).toBe(true);
  });
});
