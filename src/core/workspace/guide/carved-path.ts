/** Folder of the files carved from a guide: its path without the ending. */
export function carvedFolder(guidePath: string): string {
  const slash = guidePath.lastIndexOf('/');
  const dot = guidePath.lastIndexOf('.');
  return dot > slash + 1 ? guidePath.slice(0, dot) : guidePath;
}

/**
 * Path of the n-th file carved from a guide, readable in a tree: `ngf-backend-mtls/1-secure-app.yaml`.
 *
 * @param title name of its first object, or of the file that the guide writes
 */
export function carvedPath(guidePath: string, number: number, title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return `${carvedFolder(guidePath)}/${number}-${slug === '' ? 'document' : slug}.yaml`;
}
