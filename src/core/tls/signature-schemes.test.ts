import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicKeyInfo } from '../pki/types.ts';
import { curveOf, schemesOfKey } from './signature-schemes.ts';

function key(family: PublicKeyInfo['family'], bits: number, more: Partial<PublicKeyInfo> = {}) {
  const bytes = new Uint8Array();
  const info: PublicKeyInfo = {
    der: bytes,
    keyBytes: bytes,
    family,
    bits,
    algorithm: { oid: '', der: bytes },
    decodable: true,
    text: `${family} ${bits}`,
    ...more,
  };
  return info;
}

describe('the signature algorithms of a key', () => {
  it.each([
    ['RSA', 2048, 'TLSv1.3', ['rsa_pss_rsae_sha256', 'rsa_pss_rsae_sha384', 'rsa_pss_rsae_sha512']],
    ['RSA', 1024, 'TLSv1.3', ['rsa_pss_rsae_sha256', 'rsa_pss_rsae_sha384']],
    ['RSA', 512, 'TLSv1.3', []],
    ['RSA', 512, 'TLSv1.2', ['rsa_pkcs1_sha256', 'rsa_pkcs1_sha224', 'rsa_pkcs1_sha1']],
    ['RSA-PSS', 1024, 'TLSv1.2', ['rsa_pss_pss_sha256', 'rsa_pss_pss_sha384']],
    ['Ed25519', 256, 'TLSv1.2', ['ed25519']],
    ['DSA', 2048, 'TLSv1.2', []],
  ] as const)('%s of %i bits in %s', (family, bits, version, expected) =>
    expect(schemesOfKey(key(family, bits), version)).toEqual(expected),
  );

  it('tie a curve to one digest in TLS 1.3 and to none in TLS 1.2', () => {
    const p384 = key('EC', 384, { curve: 'P-384' });
    expect(schemesOfKey(p384, 'TLSv1.3')).toEqual(['ecdsa_secp384r1_sha384']);
    expect(schemesOfKey(p384, 'TLSv1.2')).toContain('ecdsa_secp256r1_sha256');
    expect(schemesOfKey(key('EC', 224, { curve: 'P-224' }), 'TLSv1.3')).toEqual([]);
  });

  it('take explicit parameters for the curve of their size', () => {
    const explicit = key('EC', 256, { curve: 'explicit' });
    expect(curveOf(explicit)).toBe('P-256');
    expect(schemesOfKey(explicit, 'TLSv1.3')).toEqual(['ecdsa_secp256r1_sha256']);
  });

  it('know ML-DSA in TLS 1.3 only', () => {
    const mlDsa = key('ML-DSA', 15_616, { text: 'ML-DSA-65' });
    expect(schemesOfKey(mlDsa, 'TLSv1.3')).toEqual(['mldsa65']);
    expect(schemesOfKey(mlDsa, 'TLSv1.2')).toEqual([]);
  });

  it('never become fewer when an RSA key grows', () => {
    const bits = fc.integer({ min: 8, max: 4096 });
    fc.assert(
      fc.property(bits, bits, (one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)].map((size) =>
          schemesOfKey(key('RSA', size), 'TLSv1.2'),
        );
        expect(large).toEqual(expect.arrayContaining([...(small ?? [])]));
      }),
    );
  });
});
