import { describe, expect, it } from 'vitest';
import type { Workspace } from '../model/index.ts';
import { applyEdits } from '../source/index.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { countingIds } from './ids.ts';
import { readDrop } from './read-drop.ts';
import { restoreHeredoc } from './restore-heredoc.ts';
import { workspaceFindings } from './workspace-findings.ts';

const GUIDE = `Run this:

kubectl apply -f - <<EOF
apiVersion: v1
kind: ConfigMap
metadata:
  name: nginx
data:
  a.conf: |
    log '$remote_addr';
    return \\$kept;
  b.conf: |
    log '$remote_addr';
  c.conf: "\${host:-localhost}"
EOF
`;

async function dropped(): Promise<Workspace> {
  const empty = emptyWorkspace('x');
  const bytes = new TextEncoder().encode(GUIDE);
  const { files, guides } = await readDrop([{ path: 'g.md', bytes }], empty, countingIds());
  return { ...empty, files, guides };
}

function edited(workspace: Workspace, change: (text: string) => string): Workspace {
  return {
    ...workspace,
    files: workspace.files.map((file) => ({ ...file, text: change(file.text) })),
  };
}

/** The text once the heredoc is restored. */
function restored(workspace: Workspace): string {
  const [file] = workspace.files;
  return applyEdits(file?.text ?? '', restoreHeredoc(workspace, file?.id ?? ''));
}

describe('workspaceFindings and restoreHeredoc', () => {
  it('put back what vanished, and leave escapes and defaults as they are meant', async () => {
    const workspace = await dropped();
    expect(workspaceFindings(workspace)).toMatchObject([
      { code: 'WORKSPACE-HEREDOC-EXPANDED', params: { vanished: '$remote_addr', count: '2' } },
    ]);
    expect(restored(workspace)).toBe(
      (workspace.files[0]?.text ?? '').replaceAll("log ''", "log '$remote_addr'"),
    );
    expect(restored(workspace)).toContain('return $kept;');
    expect(restored(workspace)).toContain('c.conf: "localhost"');
  });

  it('follow the places through edits above and below them', async () => {
    const workspace = edited(await dropped(), (text) => `# new\n${text}# end\n`);
    const [finding] = workspaceFindings(workspace);
    const { start, end } = finding?.at?.range ?? { start: 0, end: 0 };
    expect(workspace.files[0]?.text.slice(start, end)).toBe("log '';");
    expect(restored(workspace).split("log '$remote_addr';")).toHaveLength(3);
  });

  it('forget a place that the user has changed', async () => {
    const workspace = edited(await dropped(), (text) => text.replace("log ''", "log 'mine'"));
    expect(workspaceFindings(workspace)[0]?.params.count).toBe('1');
    expect(restored(workspace).match(/log '.*';/g)).toEqual(["log 'mine';", "log '$remote_addr';"]);
  });

  it('say nothing once everything is back', async () => {
    const workspace = await dropped();
    const text = restored(workspace);
    expect(workspaceFindings(edited(workspace, () => text))).toEqual([]);
    expect(restored(edited(workspace, () => text))).toBe(text);
  });
});
