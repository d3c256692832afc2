import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFiles } from '../read-files.ts';
import type { ReplayFile } from '../types.ts';

/** The files of a folder of the shared material; none where it is absent, which is printed. */
export function sharedFiles(folder: string): readonly ReplayFile[] {
  const url = new URL(`../../../../../shared/${folder}`, import.meta.url);
  if (existsSync(url)) return readFiles([fileURLToPath(url)]);
  console.info(`Skipped: ${folder} is not on this machine.`);
  return [];
}
