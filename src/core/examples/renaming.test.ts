import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../analysis/index.ts';
import { applyObjectEdit, editSource, renameObject, type ObjectEdit } from '../edits/index.ts';
import type { Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { buildExample } from './build-example.ts';
import { exampleList } from './example-list.ts';

const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };
const analyze = createAnalyzer();

function renaming(workspace: Workspace, key: string, name: string): ObjectEdit {
  const outcome = renameObject(editSource(workspace), key, name);
  if (outcome.kind === 'refused') throw new Error(`${key}: ${outcome.why}`);
  return outcome.edit;
}

/** What a setup comes to, without names and places. */
async function verdictOf(workspace: Workspace) {
  const { handshakes, findings, validation } = await analyze(workspace, options);
  return {
    steps: handshakes.map(({ steps, outcome }) => [
      outcome.stage,
      outcome.causeStep,
      steps.map(({ state }) => state),
    ]),
    codes: findings.map(({ code, severity }) => `${code} ${severity}`).toSorted(),
    validation,
  };
}

describe('renaming an object of an example', () => {
  it.each(exampleList.map(({ id }) => id))(
    'of %s, whichever, changes no verdict, and back restores every byte',
    async (id) => {
      const workspace = await buildExample(id, options);
      const before = await verdictOf(workspace);
      const keys = editSource(workspace)
        .index.all.filter(({ kind }) => kind !== 'Namespace')
        .map(({ key }) => key);
      expect(keys.length).toBeGreaterThan(3);
      for (const key of keys) {
        const name = key.slice(key.lastIndexOf('/') + 1);
        const edit = renaming(workspace, key, `${name}-renamed`);
        const after = applyObjectEdit(workspace, edit);
        expect([key, await verdictOf(after)]).toEqual([key, before]);
        const back = renaming(after, edit.renamed[key] ?? '', name);
        expect(applyObjectEdit(after, back)).toEqual(workspace);
      }
    },
    60_000,
  );
});
