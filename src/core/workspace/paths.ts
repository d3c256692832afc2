/** A path as the workspace keeps it: `/` between the parts, no drive, no `.`, `..` or empty parts. */
export function tidyPath(path: string): string {
  const parts = path
    .replace(/^[A-Za-z]:/, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? 'unnamed' : parts.join('/');
}

/** Makes a path that is not taken: `a.yaml`, `a-2.yaml`, `a-3.yaml`. The result counts as taken from then on. */
export function claimPath(path: string, taken: Set<string>): string {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  const at = dot > slash + 1 ? dot : path.length;
  let candidate = path;
  for (let number = 2; taken.has(candidate); number += 1) {
    candidate = `${path.slice(0, at)}-${number}${path.slice(at)}`;
  }
  taken.add(candidate);
  return candidate;
}

const FOLDERS: Readonly<Record<string, string>> = {
  '.git': 'version control data',
  '.hg': 'version control data',
  '.svn': 'version control data',
  __MACOSX: 'metadata that macOS adds to archives',
  node_modules: 'JavaScript packages',
};
const FILES = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** The folder that no one means to drop, and what is in it; null for every other path. */
export function skippedFolder(
  path: string,
): { readonly folder: string; readonly what: string } | null {
  const parts = path.split('/');
  const index = parts.slice(0, -1).findIndex((part) => Object.hasOwn(FOLDERS, part));
  if (index !== -1) {
    return { folder: parts.slice(0, index + 1).join('/'), what: FOLDERS[parts[index] ?? ''] ?? '' };
  }
  const name = parts.at(-1) ?? '';
  if (!FILES.has(name)) return null;
  return {
    folder: parts.slice(0, -1).join('/') || 'The drop',
    what: 'files that the desktop keeps for itself',
  };
}
