/** `npm run bench`: how fast and how large, against the budgets of the architecture. */
import { benchAdmission } from './bench/admission.ts';
import { benchAnalysis } from './bench/analysis.ts';
import { benchChains } from './bench/chains.ts';
import { benchPage } from './bench/page.ts';
import { formatTable, judge } from './bench/report.ts';
import type { Row } from './bench/report.ts';
import { build, isBuildStale } from './lib/build.mjs';
import { bundleBudgets, measureBundle } from './lib/bundle-sizes.mjs';
import { distFolder } from './lib/paths.mjs';

function benchSizes(): Row[] {
  const sizes = measureBundle(distFolder);
  const row = (name: string, bytes: number, budget: number | null): Row => ({
    name: `${name}, gzip`,
    value: bytes / 1000,
    unit: 'kB',
    budget: budget === null ? null : budget / 1000,
  });
  return [
    row('shell', sizes.shell, bundleBudgets.shell),
    row('editor', sizes.editor, bundleBudgets.editor),
    row('workers', sizes.workers, null),
    row('all scripts and styles', sizes.total, null),
  ];
}

if (isBuildStale() && (await build()) !== 0) process.exit(1);
const rows = [
  // First: its tables are not compiled yet.
  ...benchAdmission(),
  ...(await benchAnalysis()),
  ...(await benchChains()),
  ...(await benchPage()),
  ...benchSizes(),
];
console.log(formatTable(rows));
const missed = rows.filter((row) => judge(row) === 'missed');
if (missed.length > 0) console.error(`Missed: ${missed.map(({ name }) => name).join('; ')}`);
process.exit(missed.length > 0 ? 1 : 0);
