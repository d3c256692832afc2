import { LIMITS } from '../source/index.ts';
import type { DroppedFile } from './dropped-file.ts';

/** Kinds of archives, told by their first bytes. */
export type ArchiveKind = 'zip' | 'gzip' | 'xz' | 'bzip2' | 'zstd' | '7z' | 'tar';

const MAGIC: readonly (readonly [ArchiveKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** `ustar` stands at this place of a tar archive. */
const TAR_MAGIC_AT = 257;

export function archiveKind(bytes: Uint8Array): ArchiveKind | null {
  const found = MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (found !== undefined) return found[0];
  const tar = String.fromCharCode(...bytes.subarray(TAR_MAGIC_AT, TAR_MAGIC_AT + 5));
  return tar === 'ustar' ? 'tar' : null;
}

export type Unpacked =
  | {
      readonly kind: 'files';
      readonly files: readonly DroppedFile[];
      readonly tooLarge: readonly PackedFile[];
    }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'broken'; readonly why: string };

/** A file that was left packed. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Unpacks a zip archive, in the order of its directory, within bounds: nothing is unpacked when the whole is past
 * `archiveBytes` or `files`, and single files past `fileBytes` stay packed. Sizes are those the directory states; a file
 * that turns out longer is cut off by the unpacker's buffer and reported as broken.
 */
export async function unpackZip(bytes: Uint8Array): Promise<Unpacked> {
  const { unzipSync } = await import('fflate');
  const tooLarge: PackedFile[] = [];
  let total = 0;
  let count = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        count += 1;
        return false;
      },
    });
    if (total > LIMITS.archiveBytes || count > LIMITS.files)
      return { kind: 'too-large', bytes: total };
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/')) return false;
        if (originalSize <= LIMITS.fileBytes) return true;
        tooLarge.push({ path: name, bytes: originalSize });
        return false;
      },
    });
    const files = Object.entries(entries).map(([path, content]) => ({ path, bytes: content }));
    return { kind: 'files', files, tooLarge };
  } catch (error) {
    return { kind: 'broken', why: error instanceof Error ? error.message : 'it ends too early' };
  }
}
