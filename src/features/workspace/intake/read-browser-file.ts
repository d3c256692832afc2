import { LIMITS } from '../../../core/source/index.ts';
import type { DroppedFile } from '../../../core/workspace/index.ts';

/**
 * Bytes of one file of the browser. Of a file past the limit only as much is read as shows that it is too
 * long, so that no drop can exhaust the memory: the reader then sets it aside with that reason.
 */
export async function readBrowserFile(file: File, path: string): Promise<DroppedFile> {
  const part = file.size > LIMITS.fileBytes ? file.slice(0, LIMITS.fileBytes + 1) : file;
  return { path, bytes: new Uint8Array(await part.arrayBuffer()) };
}
