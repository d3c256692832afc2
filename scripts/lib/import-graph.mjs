import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Which file imports which. Type imports and dynamic imports count: a cycle of types is as hard to
 * read as one of values.
 *
 * @param {readonly string[]} files absolute paths of TypeScript sources
 * @returns {Map<string, string[]>} from file to the imported files among `files`
 */
export function readImports(files) {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
      const targets = importedFiles.map(({ fileName }) => resolve(dirname(file), fileName));
      return [file, [...new Set(targets)].filter((target) => known.has(target))];
    }),
  );
}

/**
 * Finds the groups of files that import each other, directly or around corners (Tarjan's strongly
 * connected components).
 *
 * @param {ReadonlyMap<string, readonly string[]>} imports
 * @returns {string[][]} each group sorted; empty when there is no cycle
 */
export function findCycles(imports) {
  /** @type {Map<string, { index: number, low: number, open: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const cycles = [];

  /** @param {string} file */
  function visit(file) {
    const state = { index: seen.size, low: seen.size, open: true };
    seen.set(file, state);
    stack.push(file);
    for (const target of imports.get(file) ?? []) {
      const other = seen.get(target) ?? visit(target);
      if (other.open) state.low = Math.min(state.low, other.low);
    }
    if (state.low === state.index) close(file);
    return state;
  }

  /** @param {string} file */
  function close(file) {
    const group = stack.splice(stack.indexOf(file));
    for (const member of group) {
      const state = seen.get(member);
      if (state !== undefined) state.open = false;
    }
    const importsItself = imports.get(file)?.includes(file) === true;
    if (group.length > 1 || importsItself) cycles.push(group.sort());
  }

  for (const file of imports.keys()) if (!seen.has(file)) visit(file);
  return cycles;
}
