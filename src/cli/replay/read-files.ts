import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ReplayFile } from './types.ts';

const READABLE = /\.(?:json|ya?ml)(?:\.gz)?$/;

/**
 * The files under the given paths, folders walked in name order; `.gz` is unpacked. A file named directly is read
 * whatever its name is.
 */
export function readFiles(paths: readonly string[]): ReplayFile[] {
  return paths.flatMap((path) =>
    statSync(path).isDirectory() ? filesIn(path).map(readOne) : [readOne(path)],
  );
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return READABLE.test(entry.name) ? [path] : [];
    });
}

function readOne(path: string): ReplayFile {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return { path, text: text.toString('utf8') };
}
