import { LIMITS } from '../../../core/source/index.ts';
import type { DroppedFile } from '../../../core/workspace/index.ts';
import { readBrowserFile } from './read-browser-file.ts';

/** A file of a drop with its path inside it. */
interface Found {
  readonly file: File;
  readonly path: string;
}

/**
 * All files of a drop or a clipboard, folders walked in. The items are looked at before the first await:
 * after it the browser has taken them away.
 */
export function filesOfDrop(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  const loose = [...transfer.files];
  return readAll(entries, loose);
}

async function readAll(
  entries: readonly (FileSystemEntry | null)[],
  loose: readonly File[],
): Promise<readonly DroppedFile[]> {
  const found: Found[] = [];
  const folders = entries.filter((entry) => entry !== null);
  if (folders.length === 0) found.push(...loose.map((file) => ({ file, path: file.name })));
  for (const entry of folders) await walk(entry, '', found);
  return Promise.all(found.map(({ file, path }) => readBrowserFile(file, path)));
}

/** Walks one entry, depth first, up to one file past the limit. */
async function walk(entry: FileSystemEntry, parent: string, found: Found[]): Promise<void> {
  if (found.length > LIMITS.files) return;
  const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
  if (isFile(entry)) {
    found.push({
      path,
      file: await new Promise<File>((ok, no) => {
        entry.file(ok, no);
      }),
    });
    return;
  }
  if (!isDirectory(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    // A directory comes in batches; an empty one is the end.
    const batch = await new Promise<FileSystemEntry[]>((ok, no) => {
      reader.readEntries(ok, no);
    });
    if (batch.length === 0) return;
    for (const child of batch) await walk(child, path, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
