/**
 * Compares the packages of `package.json` with the rows of `DEPENDENCIES.md` (a table row starts with
 * the name in backticks).
 *
 * @param {{ dependencies: Record<string, string>, devDependencies: Record<string, string> }} manifest
 * @param {string} document
 * @returns {string[]} one sentence for each package that stands on one side only
 */
export function dependencyProblems(manifest, document) {
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const told = [...document.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name ?? '');
  return [
    ...used.filter((name) => !told.includes(name)).map((name) => `DEPENDENCIES.md lacks ${name}`),
    ...told
      .filter((name) => !used.includes(name))
      .map((name) => `DEPENDENCIES.md tells of ${name}, which package.json does not have`),
  ];
}
