import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasonMeaning } from './reason-meanings.ts';

const core = new URL('../../', import.meta.url).pathname;
const sources = ['implementations', 'gateway-api/status']
  .flatMap((folder) =>
    readdirSync(`${core}${folder}`, { recursive: true }).map(
      (file) => `${core}${folder}/${String(file)}`,
    ),
  )
  .filter((file) => file.endsWith('.ts') && !/\.test(ing)?\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

/** Every reason that a source file spells out: as a property, or as an argument behind the type. */
function writtenReasons(): readonly string[] {
  const patterns = [
    /reason: '([A-Z]\w+)'/g,
    /\b(?:met|unmet|fine)\(\s*'[A-Z]\w+',(?:\s*'(?:True|False)',)?\s*'([A-Z]\w+)'/g,
    /\b(?:fail|failed|unusable|refused)\(\s*'([A-Z]\w+)'/g,
  ];
  const found = sources.flatMap((source) =>
    patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, reason = '']) => reason)),
  );
  return [...new Set(found)].sort();
}

describe('reasonMeaning', () => {
  it('has words for every reason that an implementation writes', () => {
    const reasons = writtenReasons();
    expect(reasons.length).toBeGreaterThan(30);
    expect(reasons.filter((reason) => reasonMeaning('Accepted', reason) === null)).toEqual([]);
  });

  it.each([
    ['Programmed', 'Invalid', /^Nothing new of it reaches the data plane/],
    ['Invalid', 'Accepted', /the wrong way round/],
    ['Attached', 'Pending', /^The policy is not attached/],
    ['Accepted', 'Pending', /^The controller has not got round/],
    ['ResolvedRefs', 'InvalidKind,RefNotPermitted', /take there\. No ReferenceGrant/],
  ])('reads %s with reason %s', (type, reason, words) => {
    expect(reasonMeaning(type, reason)).toMatch(words);
  });

  it.each(['Brandnew', 'InvalidKind,Brandnew', 'constructor', ''])(
    'says nothing about the unknown reason %j',
    (reason) => {
      expect(reasonMeaning('Accepted', reason)).toBeNull();
    },
  );
});
