import { zipSync } from 'fflate';
import type { ExportFile } from './bundle.ts';

/** A zip archive of `files`, in their order. `modified` is the injected clock: the same input gives the same bytes. */
export function zipFiles(files: readonly ExportFile[], modified: Date): Uint8Array {
  const entries = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]));
  return zipSync(entries, { mtime: modified, level: 6 });
}
