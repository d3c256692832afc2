/**
 * `npm run structure`: what no single-file rule can see: how long the files are, whether imports run in
 * circles, and what must not be checked in.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { dependencyProblems } from './lib/dependency-list.mjs';
import { lineLimits, summarise } from './lib/file-sizes.mjs';
import { findCycles, readImports } from './lib/import-graph.mjs';
import { projectRoot } from './lib/paths.mjs';
import { checkSource } from './lib/source-rules.mjs';

const skipped = new Set([
  'node_modules',
  '.git',
  'dist',
  'coverage',
  'test-results',
  'playwright-report',
]);

/** @param {string} folder @returns {string[]} paths from the project root, with `/` */
function walk(folder) {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() ? [path] : [];
    });
}

const files = walk('');

/** @param {string} path */
const read = (path) => readFileSync(join(projectRoot, path), 'utf8');
/** @param {string} path */
const isSource = (path) => /^src\/.*\.tsx?$/.test(path) && !path.includes('.generated.');
/** @param {string} path */
const isTest = (path) => /\.(?:test|testing)\.tsx?$/.test(path);

const sources = files.filter(isSource);
const sizes = new Map(sources.map((path) => [path, read(path).split('\n').length - 1]));
const all = summarise(sizes);
const product = summarise(new Map([...sizes].filter(([path]) => !isTest(path))));
const cycles = findCycles(readImports(sources.map((path) => join(projectRoot, path))));

console.log(
  `${sources.length} source files. Lines without tests: median ${product.median}, ` +
    `95th percentile ${product.percentile95}, longest ${product.longest[1]} (${product.longest[0]}).`,
);

const problems = [
  ...all.tooLong.map(([path, count]) => `${path}: ${count} lines, more than ${lineLimits.most}`),
  ...(product.median > lineLimits.median
    ? [`The median file has ${product.median} lines, more than ${lineLimits.median}`]
    : []),
  ...(product.percentile95 > lineLimits.percentile95
    ? [`The 95th percentile is ${product.percentile95} lines, more than ${lineLimits.percentile95}`]
    : []),
  ...cycles.map(
    (group) => `Import cycle: ${group.map((path) => relative(projectRoot, path)).join(' <-> ')}`,
  ),
  ...files.flatMap((path) => checkSource(path, read(path))),
  ...dependencyProblems(JSON.parse(read('package.json')), read('DEPENDENCIES.md')),
];

for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
