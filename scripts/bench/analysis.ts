import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyzer } from '../../src/core/analysis/index.ts';
import type { Workspace } from '../../src/core/model/index.ts';
import { readDrop } from '../../src/core/workspace/index.ts';
import { projectRoot } from '../lib/paths.mjs';
import type { Row } from './report.ts';
import { editOnePolicy, generateSetup, workspaceOf } from './setup.ts';
import { shippedAnalysis } from './shipped-analysis.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const options = { now, crypto };
const repetitions = 7;
/** Edits follow each other for as long as somebody works: by then all code is compiled. */
const manyEdits = 40;

/** Milliseconds until the answer is there, and until all four gateways have been asked about the same manifests. */
interface Times {
  readonly answer: number;
  readonly compared: number;
}

async function analysed(analyze: Analyzer, workspace: Workspace): Promise<Times> {
  const started = performance.now();
  let answer = 0;
  const onAnswer = () => {
    answer = performance.now() - started;
  };
  await analyze(workspace, { ...options, onAnswer });
  return { answer, compared: performance.now() - started };
}

/** The best of some turns: the machine's other work can only make it slower. */
async function bestOf(turns: number, work: (turn: number) => Promise<Times>): Promise<Times> {
  const times: Times[] = [];
  for (let turn = 0; turn < turns; turn += 1) times.push(await work(turn));
  return {
    answer: Math.min(...times.map(({ answer }) => answer)),
    compared: Math.min(...times.map(({ compared }) => compared)),
  };
}

interface Budgets {
  readonly fresh: number | null;
  readonly edit: number | null;
  readonly turns?: number;
  readonly edits?: number;
}

/**
 * What one workspace costs: the very first time, with everything compiled, and after an edit. Budgets are for the
 * answer; the comparison of the gateways follows it, and a newer edit ends it.
 */
async function measure(
  createAnalyzer: () => Analyzer,
  name: string,
  workspace: Workspace,
  { fresh: freshBudget, edit: editBudget, turns = repetitions, edits = manyEdits }: Budgets,
): Promise<Row[]> {
  console.error(`Measuring ${name}…`);
  const analyze = createAnalyzer();
  const first = await analysed(analyze, workspace);
  const fresh = await bestOf(turns, () => analysed(createAnalyzer(), workspace));
  const edit = await bestOf(edits, (turn) => analysed(analyze, editOnePolicy(workspace, turn)));
  const row = (what: string, value: number, budget: number | null): Row => ({
    name: `${name}: ${what}`,
    value,
    unit: 'ms',
    budget,
  });
  return [
    row('first', first.answer, null),
    row('warmed up', fresh.answer, freshBudget),
    row('after an edit', edit.answer, editBudget),
    row('four gateways', fresh.compared, null),
    row('four gateways, edit', edit.compared, null),
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

const none = { fresh: null, edit: null } as const;

/** Analysis times; the budgets are those of the architecture, 1 000 objects being 320 routes. */
export async function benchAnalysis(): Promise<Row[]> {
  const { createAnalyzer } = await shippedAnalysis();
  const guide = await guideWorkspace();
  const routes = async (name: string, count: number, budgets: Budgets): Promise<Row[]> =>
    measure(createAnalyzer, name, await generateSetup(count, now), budgets);
  return [
    ...(guide === null
      ? []
      : await measure(createAnalyzer, 'NGINX guide', guide, { fresh: 50, edit: 100 })),
    ...(await routes('100 routes', 100, { fresh: 1000, edit: 100 })),
    ...(await routes('1000 objects', 320, { fresh: 1000, edit: 100 })),
    ...(await routes('1000 routes', 1000, { ...none, edits: 7 })),
    ...(await routes('5000 routes', 5000, { ...none, turns: 1, edits: 1 })),
  ];
}
