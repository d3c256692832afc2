import { expect, test } from 'vitest';
import { joined } from './joined.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is said as "%s"', (words, text) => {
  expect(joined(words)).toBe(text);
});
