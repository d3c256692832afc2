import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, projectRoot } from './paths.mjs';
import { runPackage } from './run.mjs';

/** What the build reads. */
const inputs = [
  'index.html',
  'public',
  'src',
  'scripts/lib',
  'package-lock.json',
  'vite.config.ts',
];

/**
 * @param {string} path file or folder; a folder counts itself too, so that a removed file shows
 * @returns {number} time of the last change in it, 0 when there is nothing
 */
export function newestChange(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(stat.mtimeMs, ...entries);
}

/** Whether `dist` is missing or older than what it is made from. */
export function isBuildStale() {
  const built = newestChange(join(distFolder, 'index.html'));
  return inputs.some((input) => newestChange(join(projectRoot, input)) > built);
}

/** @returns {Promise<number>} exit code of the build */
export function build() {
  return runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
}
