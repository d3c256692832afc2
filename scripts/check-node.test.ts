import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

const checkNode = createRequire(import.meta.url)('./check-node.cjs') as {
  satisfies: (version: string, range: string) => boolean;
};
const range = '^20.19.0 || ^22.13.0 || >=24.0.0';

describe('Node version check', () => {
  it.each([
    ['v8.17.0', false],
    ['v18.20.4', false],
    ['v20.18.9', false],
    ['v20.19.0', true],
    ['v20.100.3', true],
    ['v21.7.0', false],
    ['v22.12.9', false],
    ['v22.13.0', true],
    ['v23.11.0', false],
    ['v24.0.0', true],
    ['v31.2.1', true],
    ['v24.0.0-nightly2026', true],
  ])('%s is fit: %s', (version, fit) => {
    expect(checkNode.satisfies(version, range)).toBe(fit);
  });

  it('can be read by every Node, also by those that know ECMAScript 5 only', () => {
    const source = readFileSync(new URL('check-node.cjs', import.meta.url), 'utf8');
    const old = { languageOptions: { ecmaVersion: 5, sourceType: 'commonjs' } } as const;
    expect(new Linter().verify(source, old)).toEqual([]);
    expect(new Linter().verify('log(1,);', old)).toHaveLength(1);
  });
});
