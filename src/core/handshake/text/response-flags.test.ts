import { describe, expect, it } from 'vitest';
import { responseFlags } from './response-flags.ts';

describe('responseFlags', () => {
  it.each([
    ['', []],
    ['-', []],
    ['UF', [['UF', 'No connection to the backend came about, TLS handshake included.']]],
    [
      'UC,URX',
      [
        ['UC', 'The backend closed a connection that was already there.'],
        ['URX', 'Every retry, or every attempt to connect, has been used up.'],
      ],
    ],
    ['XX', [['XX', 'A flag that the access log of Envoy explains.']]],
  ])('of %j', (flags, expected) => {
    expect(responseFlags(flags).map(({ flag, meaning }) => [flag, meaning])).toEqual(expected);
  });
});
