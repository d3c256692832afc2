import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lazyFiles, shellFiles } from './bundle-graph.mjs';

/** In bytes after gzip -9; kB is 1000 bytes. */
export const bundleBudgets = { shell: 250_000, editor: 950_000 };

/**
 * Measures a finished build.
 *
 * @param {string} dist its folder
 * @returns {{ shell: number, editor: number, workers: number, total: number }} bytes after gzip -9:
 *   scripts and styles of the first load; scripts that the editor adds; worker scripts; all scripts
 *   and styles
 */
export function measureBundle(dist) {
  const path = join(dist, '.vite/manifest.json');
  if (!existsSync(path)) throw new Error('dist has no manifest: run npm run build first.');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const size = (/** @type {string} */ file) =>
    gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  const sum = (/** @type {Iterable<string>} */ files) =>
    [...files].reduce((total, file) => total + size(file), 0);
  const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
  const isScript = (/** @type {string} */ file) => file.endsWith('.js');
  return {
    shell: sum(shellFiles(manifest)),
    editor: sum([...lazyFiles(manifest, /^src\/features\/editor\//)].filter(isScript)),
    workers: sum(assets.filter((file) => isScript(file) && /worker/i.test(file))),
    total: sum(assets.filter((file) => /\.(?:js|css)$/.test(file))),
  };
}

/** @param {number} bytes */
export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
