import { describe, expect, it } from 'vitest';
import { createInterner } from './interner.ts';

describe('createInterner', () => {
  it('gives equal texts one number and others another', () => {
    const number = createInterner(8);
    const letters = ['a', 'b', 'a', 'c', 'b'];
    expect(letters.map(number)).toEqual([1, 2, 1, 3, 2]);
  });

  it('never gives the number of a forgotten text to another', () => {
    const number = createInterner(2);
    expect(['a', 'b', 'c', 'a', 'b'].map(number)).toEqual([1, 2, 3, 4, 5]);
  });
});
