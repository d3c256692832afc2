/**
 * Whether a version is the wanted release or a newer one.
 *
 * @param version `major.minor` or `major.minor.patch`, a leading `v` allowed; a line without a patch number
 *   stands for its newest patch release
 */
export function isAtLeast(version: string, major: number, minor: number, patch = 0): boolean {
  const own = version.replace(/^v/, '').split('.').map(Number);
  for (const [index, part] of [major, minor, patch].entries()) {
    const found = own[index] ?? Number.POSITIVE_INFINITY;
    if (found !== part) return found > part;
  }
  return true;
}
