import type { Blob } from '../model/index.ts';
import { loadBlob } from '../pki/index.ts';
import type { MaterialText } from './inventory/material-text.ts';
import type { Memory } from './memory/memory.ts';
import type { ReadBlob } from './summaries/summarise-blobs.ts';

/** Reads every dropped file: what the user unlocked counts as its contents. */
export async function readBlobs(
  blobs: readonly Blob[],
  crypto: Crypto,
  memory: Memory,
): Promise<readonly ReadBlob[]> {
  const read: ReadBlob[] = [];
  for (const blob of blobs) {
    const bytes =
      blob.unlocked === undefined ? blob.bytes : new TextEncoder().encode(blob.unlocked);
    // One character a byte, so different contents are different keys.
    const key = new TextDecoder('latin1').decode(bytes);
    read.push({ blob, contents: await memory.blobs.get(key, () => loadBlob(bytes, { crypto })) });
  }
  return read;
}

/** Dropped files as texts of the inventory; a file that is locked or not understood has none. */
export function blobTexts(blobs: readonly ReadBlob[]): readonly MaterialText[] {
  return blobs.flatMap(({ blob, contents }) =>
    contents.pem === ''
      ? []
      : [
          {
            owner: { kind: 'blob' as const, blob },
            ownerId: blob.id,
            label: blob.path,
            text: contents.pem,
          },
        ],
  );
}
