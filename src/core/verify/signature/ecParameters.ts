import { DerReader } from '../../pki/der/derReader.ts';
import { octetsToBigInt } from '../../pki/der/integer.ts';
import { tags } from '../../pki/der/tags.ts';

/** y² = x³ + ax + b over the field of p, base point G of prime order n, cofactor h. */
export interface CurveParameters {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly n: bigint;
  readonly h: bigint;
  readonly Gx: bigint;
  readonly Gy: bigint;
}

/** Curves that OpenSSL has and the noble packages do not: p, a, b, n, Gx, Gy in hex (SEC 2, FIPS 186-4). */
const lesser = new Map<string, readonly [string, string, string, string, string, string]>([
  [
    'P-192',
    [
      'fffffffffffffffffffffffffffffffeffffffffffffffff',
      'fffffffffffffffffffffffffffffffefffffffffffffffc',
      '64210519e59c80e70fa7e9ab72243049feb8deecc146b9b1',
      'ffffffffffffffffffffffff99def836146bc9b1b4d22831',
      '188da80eb03090f67cbf20eb43a18800f4ff0afd82ff1012',
      '07192b95ffc8da78631011ed6b24cdd573f977a11e794811',
    ],
  ],
  [
    'P-224',
    [
      'ffffffffffffffffffffffffffffffff000000000000000000000001',
      'fffffffffffffffffffffffffffffffefffffffffffffffffffffffe',
      'b4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4',
      'ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d',
      'b70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21',
      'bd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34',
    ],
  ],
]);

/** The parameters of a named curve outside the usual set. */
export function lesserCurve(name: string): CurveParameters | null {
  const hex = lesser.get(name);
  if (!hex) return null;
  const [p, a, b, n, Gx, Gy] = hex.map((digits) => BigInt(`0x${digits}`));
  if (p === undefined || a === undefined || b === undefined || n === undefined) return null;
  if (Gx === undefined || Gy === undefined) return null;
  return { p, a, b, n, h: 1n, Gx, Gy };
}

/** SpecifiedECDomain over a prime field (SEC 1 C.2); `null` for anything else, or a compressed base point. */
export function explicitCurve(parameters: Uint8Array | undefined): CurveParameters | null {
  if (!parameters) return null;
  const what = 'ECParameters';
  const body = DerReader.over(parameters).enter(tags.sequence, what);
  const version = body?.expect(tags.integer, what);
  const field = body?.enter(tags.sequence, what);
  const fieldType = field?.expect(tags.oid, what);
  const p = field?.expect(tags.integer, what);
  const curve = body?.enter(tags.sequence, what);
  const a = curve?.expect(tags.octetString, what);
  const b = curve?.expect(tags.octetString, what);
  const base = body?.expect(tags.octetString, what);
  const n = body?.expect(tags.integer, what);
  if (!body || !version || !field || !fieldType || !p || !curve || !a || !b || !base || !n)
    return null;
  const point = body.content(base);
  const width = (point.length - 1) / 2;
  if (point[0] !== 0x04 || !Number.isInteger(width)) return null;
  return {
    p: octetsToBigInt(field.content(p)),
    a: octetsToBigInt(curve.content(a)),
    b: octetsToBigInt(curve.content(b)),
    n: octetsToBigInt(body.content(n)),
    h: 1n,
    Gx: octetsToBigInt(point.subarray(1, 1 + width)),
    Gy: octetsToBigInt(point.subarray(1 + width)),
  };
}
