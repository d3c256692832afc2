import type { DroppedFile } from '../core/workspace/index.ts';

/** What a workspace is called after its first drop: the common folder, else the first file without extension. */
export function nameOfDrop(files: readonly Pick<DroppedFile, 'path'>[]): string {
  const [first] = files;
  if (first === undefined) return 'Untitled';
  const [folder, ...rest] = first.path.split('/').filter((part) => part !== '');
  if (folder === undefined) return 'Untitled';
  const shared = rest.length > 0 && files.every((file) => file.path.startsWith(`${folder}/`));
  return shared ? folder : ([folder, ...rest].at(-1) ?? folder).replace(/(?<=.)\.[^.]*$/, '');
}
