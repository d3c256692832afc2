import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lockfile
 */

/**
 * Compares what is installed with what the lockfile asks for. Contents are compared, not times: a
 * checkout touches the lockfile without changing it.
 *
 * @param {Lockfile} wanted `package-lock.json`
 * @param {Lockfile | null} installed npm's own record, `node_modules/.package-lock.json`
 * @returns {string[]} paths of packages that are missing or have another version; packages that are
 *   optional (those for other platforms) may be missing
 */
export function outdatedPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([path, entry]) => {
      if (path === '') return false;
      const found = installed?.packages[path];
      if (found === undefined) return entry.optional !== true && entry.devOptional !== true;
      return found.version !== entry.version;
    })
    .map(([path]) => path);
}

/** @param {string} path @returns {Lockfile | null} */
const readLock = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/** npm is a script for cmd on Windows; under `npm run` its own path is known. */
function runNpm(/** @type {string[]} */ args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/**
 * Installs the packages of the lockfile when they are missing or differ from it.
 *
 * @returns {Promise<boolean>} false when npm failed (its own message is on the screen)
 */
export async function ensurePackages() {
  const wanted = readLock(join(projectRoot, 'package-lock.json'));
  const installed = readLock(join(projectRoot, 'node_modules/.package-lock.json'));
  if (wanted === null) throw new Error('package-lock.json is missing: the checkout is incomplete.');
  const outdated = outdatedPackages(wanted, installed);
  if (outdated.length === 0) return true;
  console.log(
    installed === null
      ? 'Packages are not installed yet: running npm ci.'
      : `${outdated.length} packages differ from package-lock.json: running npm ci.`,
  );
  const code = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) console.error(`npm ci failed (exit code ${code}).`);
  return code === 0;
}
