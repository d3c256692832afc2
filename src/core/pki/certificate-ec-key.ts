import type { DecodedKey } from './certificate-decoded-key.ts';
import { isCurvePoint } from './certificate-curve-point.ts';
import { curveByOid, type CurveDomain } from './certificate-curves.ts';
import { DerReader } from './der/der-reader.ts';
import { bitLength, octetsToBigInt } from './der/integer.ts';
import { decodeObjectIdentifier } from './der/object-identifier.ts';
import { tags } from './der/tags.ts';
import type { AlgorithmIdentifier } from './types.ts';

/** Larger fields are refused, as OpenSSL does (`OPENSSL_ECC_MAX_FIELD_BITS`). */
const maxFieldBits = 661;

/** id-ecPublicKey (RFC 5480): a named curve, or parameters written out (`curve: 'explicit'`). */
export function decodeEcKey(key: Uint8Array, algorithm: AlgorithmIdentifier): DecodedKey {
  const reader = algorithm.parameters && DerReader.over(algorithm.parameters);
  if (reader?.nextIs(tags.oid)) return namedCurveKey(key, reader);
  const domain = explicitCurve(algorithm.parameters);
  if (!domain) return { family: 'EC', bits: null, text: 'EC' };
  const { fieldBits } = domain;
  return {
    family: 'EC',
    bits: isCurvePoint(key, domain) ? fieldBits : null,
    curve: 'explicit',
    text: `EC with explicit ${String(fieldBits)}-bit parameters`,
  };
}

function namedCurveKey(key: Uint8Array, reader: DerReader): DecodedKey {
  const element = reader.next();
  const oid = element && decodeObjectIdentifier(reader.content(element));
  const curve = oid ? curveByOid(oid) : undefined;
  if (!curve) return { family: 'EC', bits: null, text: `EC ${oid ?? 'with a broken curve name'}` };
  const bits = isCurvePoint(key, curve) ? curve.fieldBits : null;
  return { family: 'EC', bits, curve: curve.name, text: `EC ${curve.name}` };
}

/** SpecifiedECDomain over a prime field (SEC 1 C.2); `null` for anything else, or a compressed base point. */
export function explicitCurve(parameters: Uint8Array | undefined): CurveDomain | null {
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
  if (!body || !version || !field || !fieldType || !p || !curve || !a || !b || !base || !n) {
    return null;
  }
  const point = body.content(base);
  const width = (point.length - 1) / 2;
  const fieldBits = bitLength(field.content(p));
  if (point[0] !== 0x04 || !Number.isInteger(width)) return null;
  if (fieldBits < 2 || fieldBits > maxFieldBits) return null;
  const domain = {
    name: 'explicit',
    fieldBits,
    p: octetsToBigInt(field.content(p)),
    a: octetsToBigInt(curve.content(a)),
    b: octetsToBigInt(curve.content(b)),
    n: octetsToBigInt(body.content(n)),
    Gx: octetsToBigInt(point.subarray(1, 1 + width)),
    Gy: octetsToBigInt(point.subarray(1 + width)),
  };
  return domain.n > 1n && isCurvePoint(point, domain) ? domain : null;
}
