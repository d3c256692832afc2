import { describe, expect, it } from 'vitest';
import { escapeName } from './escape-name.ts';
import { ruleCost } from './rule-cost.ts';
import { calledNames, comprehensionDepth, usesOldSelf } from './rule-text.ts';

describe('the text of a rule', () => {
  it.each([
    ['self.all(x, x.size() > 0)', ['all', 'size']],
    ["self.matches('f(x)')", ['matches']],
    ['has(self.a) // g(b)', ['has']],
    ['format.dns1123Label().validate(self) == 1', ['dns1123Label', 'validate']],
    ['self.a', []],
  ])('%s calls %j', (text, names) => {
    expect(calledNames(text)).toEqual(names);
  });

  it.each([
    ['self == oldSelf', true],
    ['self.oldSelf == 1', false],
    ["self == 'oldSelf'", false],
    ['has(oldSelf.a)', true],
  ])('%s compares with the stored object: %s', (text, expected) => {
    expect(usesOldSelf(text)).toBe(expected);
  });

  it.each([
    ['self.all(a, self.exists_one(b, a == b))', 2],
    ['self.all(a, a > 0) && self.all(b, b > 0)', 1],
    ['self.filter(a, a > 0).map(b, b)', 1],
    ["self == '.all('", 0],
    ['self.size() > 0', 0],
  ])('%s has %i loops inside each other', (text, depth) => {
    expect(comprehensionDepth(text)).toBe(depth);
  });

  it('costs what its loops can cost over the value', () => {
    const nested = 'self.all(a, self.all(b, self.all(c, true)))';
    expect(ruleCost('self > 0', 5)).toBeLessThan(100);
    expect(ruleCost(nested, new Array(10).fill(1))).toBeLessThan(1e6);
    expect(ruleCost(nested, new Array(1000).fill(1))).toBeGreaterThan(1e9);
    expect(ruleCost("self.split('').all(a, true)", 'x'.repeat(1000))).toBeGreaterThan(1e4);
    const literal = `[${'1,'.repeat(99)}1]`;
    const loops = 6;
    const hostile = `${`${literal}.all(x, `.repeat(loops)}true${')'.repeat(loops)}`;
    expect(ruleCost(hostile, null)).toBeGreaterThan(1e9);
  });
});

describe('names of fields in rules', () => {
  it.each([
    ['namespace', '__namespace__'],
    ['in', '__in__'],
    ['x-prop', 'x__dash__prop'],
    ['a.b/c', 'a__dot__b__slash__c'],
    ['redact__d', 'redact__underscores__d'],
    ['string', 'string'],
    ['int', 'int'],
    ['9lives', null],
    ['a b', null],
  ])('%s is %s', (name, escaped) => {
    expect(escapeName(name)).toBe(escaped);
  });
});
