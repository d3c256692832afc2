import { describe, expect, it } from 'vitest';
import type { KeyFamily, PublicKeyInfo } from '../../pki/types.ts';
import { keySecurityBits } from './security-bits.ts';

function key(family: KeyFamily, bits: number, text = ''): PublicKeyInfo {
  const none = new Uint8Array();
  const algorithm = { oid: '', der: none };
  return { der: none, family, bits, algorithm, decodable: true, text, keyBytes: none };
}

describe('keySecurityBits', () => {
  it.each<[KeyFamily, number, number]>([
    ['RSA', 919, 72],
    ['RSA', 920, 80],
    ['RSA', 1024, 80],
    ['RSA', 1962, 104],
    ['RSA', 1963, 112],
    ['RSA', 2048, 112],
    ['RSA', 2670, 120],
    ['RSA', 2671, 128],
    ['RSA', 3072, 128],
    ['RSA', 4096, 152],
    ['RSA', 7680, 192],
    ['RSA', 15_360, 256],
    ['RSA-PSS', 2048, 112],
    ['DSA', 1024, 80],
    ['EC', 192, 80],
    ['EC', 224, 112],
    ['EC', 256, 128],
    ['EC', 521, 256],
    ['Ed25519', 256, 128],
    ['Ed448', 456, 224],
  ])('%s of %i bits is worth %i', (family, bits, strength) => {
    expect(keySecurityBits(key(family, bits))).toBe(strength);
  });

  it('knows the ML-DSA parameter sets', () => {
    expect(keySecurityBits(key('ML-DSA', 1, 'ML-DSA-65'))).toBe(192);
  });

  it('gives nothing for a key that cannot be read', () => {
    expect(keySecurityBits({ ...key('RSA', 2048), decodable: false })).toBe(0);
  });
});
