import { describe, expect, it } from 'vitest';
import { dependencyProblems } from './dependency-list.mjs';

const manifest = { dependencies: { yaml: '1' }, devDependencies: { '@types/node': '1' } };

describe('dependency list', () => {
  it('agrees when every package has a row', () => {
    expect(dependencyProblems(manifest, '| `yaml` | x |\n| `@types/node` | y |')).toEqual([]);
  });

  it('tells what is missing on either side', () => {
    expect(dependencyProblems(manifest, '| `yaml` | x |\n| `left-pad` | y |')).toEqual([
      'DEPENDENCIES.md lacks @types/node',
      'DEPENDENCIES.md tells of left-pad, which package.json does not have',
    ]);
  });
});
