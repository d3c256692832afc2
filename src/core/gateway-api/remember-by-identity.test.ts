import { describe, expect, it } from 'vitest';
import { rememberByIdentity } from './remember-by-identity.ts';

describe('rememberByIdentity', () => {
  it('works out a value once for each thing, equal ones apart', () => {
    let made = 0;
    const value = rememberByIdentity(({ name }: { readonly name: string }) => ({
      text: `${name}${String((made += 1))}`,
    }));
    const first = { name: 'a' };
    expect(value(first)).toEqual({ text: 'a1' });
    expect(value({ name: 'a' })).toEqual({ text: 'a2' });
    expect(value(first)).toBe(value(first));
    expect(made).toBe(2);
  });
});
