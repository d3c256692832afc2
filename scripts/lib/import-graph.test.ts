import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycles, readImports } from './import-graph.mjs';

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

describe('import cycles', () => {
  it.each([
    ['none in a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['two files', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['a file that imports itself', { a: ['a'] }, [['a']]],
    ['a long way round', { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, [['b', 'c', 'd']]],
    [
      'two that are apart',
      { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] },
      [
        ['c', 'd'],
        ['a', 'b'],
      ],
    ],
    ['a cross edge to a finished part', { a: ['b', 'c'], b: [], c: ['b'] }, []],
  ])('%s', (_name, edges, cycles) => {
    expect(findCycles(graph(edges))).toEqual(cycles);
  });

  it('are read from static, type and dynamic imports and from re-exports', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imports-'));
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => join(folder, `${name}.ts`));
    const [a = '', b = '', c = '', d = '', e = ''] = names;
    for (const file of names) writeFileSync(file, '');
    writeFileSync(
      a,
      `import './b.ts'; import type { C } from './c.ts'; export * from './d.ts';
       // import './a.ts'
       export const later = () => import('./e.ts'); import 'node:fs'; import './missing.ts';`,
    );
    const imports = readImports(names);
    rmSync(folder, { recursive: true });
    expect(imports.get(a)?.toSorted()).toEqual([b, c, d, e]);
    expect(imports.get(b)).toEqual([]);
  });
});
