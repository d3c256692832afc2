import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../analysis/index.ts';
import type { Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { keepableText, readKept } from '../storage/index.ts';
import { countingIds, readDrop } from '../workspace/index.ts';
import { buildExample } from './build-example.ts';
import { exampleList } from './example-list.ts';

const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };
const analyze = createAnalyzer();

function restored(workspace: Workspace) {
  const reading = readKept(keepableText(workspace).text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}

const setups = exampleList.filter((one) => one.mutual && one.brokenTwinOf === undefined);

describe('a setup that the device kept without its private keys', () => {
  it.each(setups.map(({ id }) => id))('%s is whole but for the proof of the keys', async (id) => {
    const before = await buildExample(id, options);
    const { workspace, removed } = restored(before);
    expect(removed).toBeGreaterThan(0);
    const { findings, handshakes } = await analyze(workspace, options);
    const expected = await analyze(before, options);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ code }) => code === 'KEY-REMOVED').length).toBeGreaterThan(0);
    const states = (all: typeof handshakes) =>
      all.map(({ steps }) =>
        steps.map(({ n, state }) => `${String(n)} ${state === 'not-proven' ? 'passed' : state}`),
      );
    expect(states(handshakes)).toEqual(states(expected.handshakes));
    const unproven = handshakes.flatMap(({ steps }) =>
      steps.filter(({ state }) => state === 'not-proven').map(({ n }) => n),
    );
    expect(unproven.length).toBeGreaterThan(0);
    expect(unproven.every((step) => step === 5 || step === 7)).toBe(true);
  });

  it('has its keys again when the same files are dropped again', async () => {
    const before = await buildExample('ngf-mutual-tls', options);
    const { workspace } = restored(before);
    const dropped = before.files.map(({ path, text }) => ({
      path,
      bytes: new TextEncoder().encode(text),
    }));
    const { files } = await readDrop(dropped, workspace, countingIds('n'));
    const known = new Set(workspace.files.map(({ id }) => id));
    expect(files.length).toBeGreaterThan(0);
    expect(files.every(({ id }) => known.has(id))).toBe(true);
    expect(files).toEqual(before.files.filter(({ id }) => files.some((file) => file.id === id)));
  });
});
