import { describe, expect, it } from 'vitest';
import { createMemo } from './memo.ts';

describe('createMemo', () => {
  it('computes an answer once while it is remembered', () => {
    const memo = createMemo<string>(2);
    let computed = 0;
    const answer = (key: string) => memo.get(key, () => `${key}${String(++computed)}`);
    expect([answer('a'), answer('a'), answer('b'), answer('a')]).toEqual(['a1', 'a1', 'b2', 'a1']);
  });

  it('forgets the least recently used answer beyond its limit', () => {
    const memo = createMemo<number>(2);
    let computed = 0;
    const answer = (key: string) => memo.get(key, () => ++computed);
    answer('a');
    answer('b');
    answer('a');
    answer('c');
    expect([answer('a'), answer('b')]).toEqual([1, 4]);
  });
});
