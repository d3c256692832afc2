import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKubernetesBase64 } from './kubernetes-base64.ts';

describe('decodeKubernetesBase64', () => {
  it('reads back whatever was encoded, in lines of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), fc.nat({ max: 20 }), (bytes, width) => {
        const text = Buffer.from(bytes).toString('base64');
        const wrapped = width === 0 ? text : text.replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
        expect(decodeKubernetesBase64(wrapped)).toEqual({ ok: true, bytes });
      }),
    );
  });

  it.each([
    ['', 0],
    ['QQ==', 1],
    ['QR==', 1],
    ['QUI=\n', 2],
    ['QU\nJD', 3],
  ])('takes %j', (text, length) => {
    const result = decodeKubernetesBase64(text);
    expect(result.ok && result.bytes.length).toBe(length);
  });

  // Offsets as Go 1.26 prints them in "illegal base64 data at input byte N".
  it.each([
    ['QUJD&#43;', 4],
    ['-----BEGIN', 0],
    ['QQ', 0],
    ['QUJDQUI', 4],
    ['Q===', 1],
    ['QQ=', 3],
    ['QQ=A', 2],
    ['QQ==QQ==', 4],
    ['QUI=x', 4],
    ['QU JD', 2],
    ['QUJ_', 3],
  ])('refuses %j at byte %i', (text, offset) => {
    expect(decodeKubernetesBase64(text)).toEqual({ ok: false, offset });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof decodeKubernetesBase64(text).ok).toBe('boolean');
      }),
    );
  });
});
