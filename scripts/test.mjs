/** `npm test`: every check there is, from a fresh clone on. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { projectRoot } from './lib/paths.mjs';
import { run, runPackage } from './lib/run.mjs';
import { closingLine, countPlaywright, countVitest, runStages } from './lib/stages.mjs';

const reports = join(projectRoot, 'node_modules/.cache/reports');
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

async function check() {
  if (!(await ensurePackages())) return 1;
  const chromium = await ensureChromium();
  if (chromium === null) return 1;
  console.log(`Node.js ${process.version}, Chromium: ${chromium}`);
  // Handed to Playwright, which does not have to look again.
  process.env['CHROMIUM_PATH'] = chromium;
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  return 0;
}

const prettier = () =>
  runPackage('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '--cache', '.']);
const types = () => runPackage('typescript/bin/tsc', ['-b']);
const lint = () => runPackage('eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
const structure = () => run(process.execPath, ['scripts/structure.mjs']);
const unit = () =>
  runPackage('vitest/vitest.mjs', [
    ...['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
  ]);
const budgets = () => run(process.execPath, ['scripts/budgets.mjs']);
const endToEnd = () =>
  runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  });

/** Checks that read the same files and wait for nobody: two cores do them side by side. */
const readThrough = async () => {
  const codes = await Promise.all([prettier(), types(), lint()]);
  return codes.find((code) => code !== 0) ?? 0;
};

const failed = await runStages(
  [
    { name: 'check', run: check },
    { name: 'format, types, lint', run: readThrough },
    { name: 'structure', run: structure },
    { name: 'unit', run: unit },
    { name: 'build', run: build },
    { name: 'budgets', run: budgets },
    { name: 'e2e', run: endToEnd },
  ],
  { log: console.log, now: Date.now },
);

/** @param {string} path @param {(report: any) => import('./lib/stages.mjs').Count} count */
const countIn = (path, count) =>
  existsSync(path) ? [count(JSON.parse(readFileSync(path, 'utf8')))] : [];

if (failed !== null) console.log(`\nStopped: stage "${failed}" failed.`);
console.log(
  `\n${closingLine([
    ...countIn(vitestReport, countVitest),
    ...countIn(playwrightReport, countPlaywright),
  ])}`,
);
process.exit(failed === null ? 0 : 1);
