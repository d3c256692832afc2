import type { Blob } from '../../model/index.ts';
import { loadBlob } from '../../pki/index.ts';
import type { DroppedMaterial } from './types.ts';

/** Reads the files of a workspace that hold certificates or keys; what a password opened counts. Never throws. */
export async function readDropped(
  blobs: readonly Blob[],
  crypto: Crypto,
): Promise<readonly DroppedMaterial[]> {
  const encoder = new TextEncoder();
  const read = await Promise.all(
    blobs.map(async ({ id, path, bytes, unlocked }) => {
      const content = unlocked === undefined ? bytes : encoder.encode(unlocked);
      return { blobId: id, path, contents: await loadBlob(content, { crypto }) };
    }),
  );
  return read.filter(
    ({ contents }) =>
      contents.certificates.length > 0 || contents.keys.some(({ state }) => state === 'plain'),
  );
}
