import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../core/analysis/index.ts';
import { convertSetup } from '../core/conversion/index.ts';
import { buildExample } from '../core/examples/index.ts';
import { implementationInfo } from '../core/implementations/index.ts';
import { IMPLEMENTATION_IDS, type Workspace } from '../core/model/index.ts';
import { testCrypto } from '../core/pki/issuing/chain.testing.ts';
import { createStudio } from './studio.ts';
import type { Command } from './types.ts';

const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };
const analyzer = createAnalyzer();
/** What is offered for the start, by what kind of work it is. */
const offered: Record<'fix' | 'conversion' | 'placing' | 'other', Command[]> = {
  fix: [],
  conversion: [],
  placing: [],
  other: [
    { type: 'remove-blob', label: 'Remove', blobId: 'ca' },
    { type: 'remove-file', label: 'Remove', fileId: 'late' },
    { type: 'set-options', label: 'Date', options: { at: '2027-01-01T00:00:00Z' } },
    { type: 'rename', label: 'Rename', name: 'another' },
    { type: 'unlock-blob', label: 'Unlock', blobId: 'ca', pem: 'PEM' },
  ],
};
let start: Workspace;

/** Faults that have fixes, mixed line ends, a byte order mark, comments, and a CA on the shelf. */
function broken(example: Workspace): Workspace {
  const files = example.files.map((file) => ({
    ...file,
    text: `\uFEFF# ours\r\n${file.text.replace('kind: ConfigMap\n        name: services-ca', 'kind: ConfigMap\r\n        name: service-ca # typo')}`,
  }));
  const texts = example.files.map(({ text }) => text).join('\n');
  const late = {
    id: 'late',
    path: 'late.yaml',
    text: 'kind: ConfigMap\nmetadata: {name: x}\ndata: {n: 3}',
  };
  const pem = /^ {4}-----BEGIN CERT[^]*?END CERTIFICATE-----$/m.exec(texts)?.[0] ?? '';
  const blob = {
    id: 'ca',
    path: 'ca.pem',
    bytes: new TextEncoder().encode(pem.replaceAll('    ', '')),
  };
  return { ...example, files: [...files, late], blobs: [blob] };
}

beforeAll(async () => {
  start = broken(await buildExample('ngf-mutual-tls', options));
  const { findings, blobs } = await analyzer(start, options);
  for (const { title, edits } of findings.flatMap(({ fixes }) => fixes))
    offered.fix.push({ type: 'edit-text', label: title, edits });
  for (const to of IMPLEMENTATION_IDS) {
    if (to === 'nginx-gateway-fabric') continue;
    const version = implementationInfo[to].defaultVersion;
    const request = { from: 'nginx-gateway-fabric', to, version, removeIdle: true } as const;
    const { label, edits, files, renamed, options: set } = convertSetup(start, request);
    offered.conversion.push({ type: 'edit-objects', label, edits, files, renamed, options: set });
  }
  for (const place of blobs.flatMap(({ places }) => places)) {
    const placed = await analyzer.place(start, 'ca', place, testCrypto);
    const label = `Place ca.pem in ${place.target}`;
    if (placed.kind === 'edits')
      offered.placing.push({ type: 'edit-text', label, edits: placed.edits });
    if (placed.kind === 'assignment')
      offered.placing.push({ type: 'assign', label, assignment: placed.assignment });
  }
});

describe('what is offered for a setup', () => {
  it.each(['fix', 'conversion', 'placing', 'other'] as const)(
    '(%s) is undone to the last byte and done again, each by itself',
    (kind) => {
      expect(offered[kind].length).toBeGreaterThan(0);
      for (const command of offered[kind]) {
        const studio = createStudio({ workspace: start });
        studio.update(command);
        const after = studio.store.getState().workspace;
        expect(after, command.label).not.toEqual(start);
        studio.undo();
        expect(studio.store.getState().workspace, command.label).toEqual(start);
        studio.redo();
        expect(studio.store.getState().workspace, command.label).toEqual(after);
      }
    },
  );

  it('is undone and done again in any order, mixed as it comes', () => {
    const all = Object.values(offered).flat();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 8 }), (commands) => {
        const studio = createStudio({ workspace: start });
        for (const command of commands) studio.update(command);
        const { workspace: after, history } = studio.store.getState();
        studio.travel(-history.past.length);
        expect(studio.store.getState().workspace).toEqual(start);
        studio.travel(history.past.length);
        expect(studio.store.getState().workspace).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });
});
