import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

export interface CollectedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Reads the named files; a folder gives every file below it, with its path in the folder. */
export async function collectFiles(names: readonly string[]): Promise<readonly CollectedFile[]> {
  const collected: CollectedFile[] = [];
  for (const name of names) {
    const isFolder = (await stat(name)).isDirectory();
    const paths = isFolder ? await filesBelow(name) : [name];
    for (const path of paths) {
      const shown = isFolder ? join(basename(name), relative(name, path)) : basename(path);
      collected.push({ path: shown, bytes: new Uint8Array(await readFile(path)) });
    }
  }
  return collected;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
