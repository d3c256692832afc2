import { describe, expect, it } from 'vitest';
import { lazyFiles, shellFiles } from './bundle-graph.mjs';

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    src: 'index.html',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['src/features/editor/EditorPane.tsx', 'src/core/pki/issue.ts'],
    css: ['assets/index.css'],
  },
  '_react.js': { file: 'assets/react.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_react.js'] },
  'src/features/editor/EditorPane.tsx': {
    file: 'assets/EditorPane.js',
    src: 'src/features/editor/EditorPane.tsx',
    isDynamicEntry: true,
    imports: ['_monaco.js', '_shared.js', 'index.html'],
    dynamicImports: ['_find.js'],
  },
  '_monaco.js': { file: 'assets/monaco.js', css: ['assets/monaco.css'] },
  '_find.js': { file: 'assets/find.js', isDynamicEntry: true },
  'src/core/pki/issue.ts': {
    file: 'assets/issue.js',
    src: 'src/core/pki/issue.ts',
    isDynamicEntry: true,
  },
};

describe('bundle graph', () => {
  it('counts to the shell what the entry imports statically, around cycles too', () => {
    expect([...shellFiles(manifest)].sort()).toEqual([
      'assets/index.css',
      'assets/index.js',
      'assets/react.js',
      'assets/shared.js',
    ]);
  });

  it('counts to the editor all that it adds to the shell, sooner or later, and nothing else', () => {
    expect([...lazyFiles(manifest, /^src\/features\/editor\//)].sort()).toEqual([
      'assets/EditorPane.js',
      'assets/find.js',
      'assets/monaco.css',
      'assets/monaco.js',
    ]);
  });

  it('has no editor before there is one', () => {
    expect(lazyFiles({}, /editor/).size).toBe(0);
  });
});
