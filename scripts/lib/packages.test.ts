import { describe, expect, it } from 'vitest';
import { outdatedPackages } from './packages.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/yaml': { version: '2.9.1' },
    'node_modules/vite': { version: '8.3.8' },
    'node_modules/@rolldown/binding-win32': { version: '1.0.0', optional: true },
  },
};

describe('installed packages', () => {
  it('are up to date when only those for other platforms are missing', () => {
    const installed = {
      packages: {
        'node_modules/yaml': { version: '2.9.1' },
        'node_modules/vite': { version: '8.3.8' },
      },
    };
    expect(outdatedPackages(wanted, installed)).toEqual([]);
  });

  it('are outdated when one is missing or has another version', () => {
    const installed = { packages: { 'node_modules/yaml': { version: '2.9.0' } } };
    expect(outdatedPackages(wanted, installed)).toEqual(['node_modules/yaml', 'node_modules/vite']);
  });

  it('are all missing when nothing was ever installed', () => {
    expect(outdatedPackages(wanted, null)).toHaveLength(2);
  });
});
