/**
 * Vite's `manifest.json`, as far as we read it.
 *
 * @typedef {{ file: string, src?: string, isEntry?: boolean, isDynamicEntry?: boolean,
 *   imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk
 * @typedef {Readonly<Record<string, Chunk>>} Manifest
 */

/**
 * Everything that some chunks bring along: they, what they import, and so on.
 *
 * @param {Manifest} manifest
 * @param {readonly string[]} keys keys of the manifest
 * @param {(chunk: Chunk) => readonly string[]} follow which imports of a chunk count
 * @returns {Set<string>} file names of scripts and styles
 */
function loadedWith(manifest, keys, follow) {
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
    waiting.push(...follow(chunk));
  }
  return files;
}

/**
 * What the first load brings: the entry and its static imports.
 *
 * @param {Manifest} manifest
 */
export const shellFiles = (manifest) =>
  loadedWith(
    manifest,
    Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true),
    (chunk) => chunk.imports ?? [],
  );

/**
 * What a lazy folder adds to the shell once it is shown: its lazy entries, what they import, and what
 * they load later on.
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
  const files = loadedWith(manifest, entries, (chunk) =>
    // The shell's own lazy parts are not the folder's.
    shell.has(chunk.file) ? [] : [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])],
  );
  return new Set([...files].filter((file) => !shell.has(file)));
}
