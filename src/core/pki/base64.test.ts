import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

describe('decodeBase64', () => {
  it('is the inverse of encodeBase64, which agrees with Node', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it('skips white space anywhere and takes left-over bits', () => {
    expect(decodeBase64(' TW\r\nFu\t\n')).toEqual(Uint8Array.of(0x4d, 0x61, 0x6e));
    expect(decodeBase64('TR==')).toEqual(Uint8Array.of(0x4d));
    expect(decodeBase64('')).toEqual(new Uint8Array());
  });

  it.each(['TWF', 'TW=u', '====', 'TWF=TWFu', 'TWF\u00fc', 'TW-_', 'TWF*'])(
    'refuses %j',
    (text) => {
      expect(decodeBase64(text)).toBeNull();
    },
  );
});
