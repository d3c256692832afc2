import { beforeAll, describe, expect, it } from 'vitest';
import { splitDocuments } from '../../src/core/manifest/index.ts';
import type { Workspace } from '../../src/core/model/index.ts';
import { editOnePolicy, generateSetup } from './setup.ts';

let setup: Workspace;
beforeAll(async () => {
  setup = await generateSetup(25, Date.parse('2026-11-20T12:00:00Z'));
});

describe('generated setup', () => {
  it('has three objects a route and 42 more', () => {
    const documents = setup.files.flatMap((file) => splitDocuments(file.text));
    expect(documents).toHaveLength(25 * 3 + 42);
  });

  it('edits one line of one file, to another text each turn', () => {
    const once = editOnePolicy(setup, 1);
    const changed = setup.files.filter((file, at) => once.files[at]?.text !== file.text);
    expect(changed.map(({ id }) => id)).toEqual(['app-0']);
    const lines = (workspace: Workspace) => workspace.files[1]?.text.split('\n') ?? [];
    const before = lines(setup);
    expect(lines(once).filter((line, at) => line !== before[at])).toEqual([
      '    hostname: edit-1.example.com',
    ]);
    expect(editOnePolicy(once, 2).files[1]?.text).toContain('edit-2.example.com');
  });
});
