/**
 * Vite's `manifest.json`, as far as we read it.
 *
 * @typedef {{ file: string, src?: string, isEntry?: boolean, isDynamicEntry?: boolean,
 *   imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk
 * @typedef {Readonly<Record<string, Chunk>>} Manifest
 */

/**
 * Everything that is loaded together with some chunks: they, their static imports, and theirs.
 *
 * @param {Manifest} manifest
 * @param {readonly string[]} keys keys of the manifest
 * @returns {Set<string>} file names of scripts and styles
 */
export function loadedWith(manifest, keys) {
  /** @type {Set<string>} */
  const visited = new Set();
  /** @type {Set<string>} */
  const files = new Set();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = manifest[key];
    if (chunk === undefined || visited.has(key)) continue;
    visited.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}

/** @param {Manifest} manifest */
export const shellFiles = (manifest) =>
  loadedWith(
    manifest,
    Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true),
  );

/**
 * What showing the editor adds to the shell: the lazy entries of its folder and what they import.
 *
 * @param {Manifest} manifest
 * @param {RegExp} folder matched against the source of each lazy entry
 * @returns {Set<string>} file names; empty when no lazy entry lies there
 */
export function lazyFiles(manifest, folder) {
  const entries = Object.keys(manifest).filter((key) => {
    const chunk = manifest[key];
    return chunk?.isDynamicEntry === true && folder.test(chunk.src ?? key);
  });
  const shell = shellFiles(manifest);
  return new Set([...loadedWith(manifest, entries)].filter((file) => !shell.has(file)));
}
