import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer } from '../../src/core/analysis/index.ts';
import type { Workspace } from '../../src/core/model/index.ts';
import { readDrop } from '../../src/core/workspace/index.ts';
import { projectRoot } from '../lib/paths.mjs';
import type { Row } from './report.ts';
import { editOnePolicy, generateSetup, workspaceOf } from './setup.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const options = { now, crypto };
const repetitions = 7;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The best of some turns: the machine's other work can only make it slower. */
async function bestOf(work: (turn: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < repetitions; turn += 1) times.push(await timed(() => work(turn)));
  return Math.min(...times);
}

/** What one workspace costs: the very first time, with everything compiled, and after an edit. */
async function measure(
  name: string,
  workspace: Workspace,
  budgets: { readonly fresh: number | null; readonly edit: number | null },
): Promise<Row[]> {
  const analyze = createAnalyzer();
  const first = await timed(() => analyze(workspace, options));
  const fresh = await bestOf(() => createAnalyzer()(workspace, options));
  const edit = await bestOf((turn) => analyze(editOnePolicy(workspace, turn), options));
  return [
    { name: `${name}: first`, value: first, unit: 'ms', budget: null },
    { name: `${name}: warmed up`, value: fresh, unit: 'ms', budget: budgets.fresh },
    { name: `${name}: after an edit`, value: edit, unit: 'ms', budget: budgets.edit },
  ];
}

async function guideWorkspace(): Promise<Workspace | null> {
  const path = join(projectRoot, '../shared/guides/ngf-backend-mtls.md');
  if (!existsSync(path)) {
    console.log('Skipped: the NGINX guide is not on this machine.');
    return null;
  }
  const empty = workspaceOf([]);
  let id = 0;
  const bytes = new Uint8Array(readFileSync(path));
  const added = await readDrop(
    [{ path: 'guide.md', bytes }],
    empty,
    () => `id-${String((id += 1))}`,
  );
  const { files, guides, blobs, setAside, assignments } = added;
  return { ...empty, files, guides, blobs, setAside, assignments };
}

/** Analysis times; the budgets are those of the architecture, 1 000 objects being 320 routes. */
export async function benchAnalysis(): Promise<Row[]> {
  const guide = await guideWorkspace();
  return [
    ...(guide === null ? [] : await measure('NGINX guide', guide, { fresh: 50, edit: 100 })),
    ...(await measure('100 routes', await generateSetup(100, now), { fresh: 1000, edit: 100 })),
    ...(await measure('1000 objects', await generateSetup(320, now), { fresh: 1000, edit: 100 })),
    ...(await measure('1000 routes', await generateSetup(1000, now), { fresh: null, edit: null })),
  ];
}
