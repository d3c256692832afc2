import { describe, expect, it } from 'vitest';
import { editOnePolicy, generateSetup } from '../../../scripts/bench/setup.ts';
import type { Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { createAnalyzer } from './create-analyzer.ts';

const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };

const replace = (workspace: Workspace, pattern: RegExp, text: string): Workspace => ({
  ...workspace,
  files: workspace.files.map((file) => ({ ...file, text: file.text.replace(pattern, text) })),
});

// Edits of the examples are in core/examples/remembering.test.ts.
describe('createAnalyzer', () => {
  it('answers like a fresh analyzer after every edit of a setup with many connections', async () => {
    const warm = createAnalyzer();
    const setup = await generateSetup(20, options.now);
    const edited = [
      setup,
      editOnePolicy(setup, 1),
      replace(setup, /name: app-0-0$/gm, 'name: app-0-x'),
      replace(setup, /port: 8443/, 'port: 9443'),
      replace(setup, /listen 8443 ssl/, 'listen 8443'),
      replace(setup, /^/, 'kind: Note\n---\n'),
      setup,
    ];
    for (const workspace of edited) {
      const answer = await warm(structuredClone(workspace), options);
      expect(answer).toEqual(await createAnalyzer()(workspace, options));
      expect(answer.connections.length).toBeGreaterThanOrEqual(19);
    }
  });
});
