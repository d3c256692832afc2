import { namedCurve } from './certificateCurves.ts';
import type { DecodedKey } from './certificateDecodedKey.ts';
import { DerReader } from './der/derReader.ts';
import { bitLength } from './der/integer.ts';
import { decodeObjectIdentifier } from './der/objectIdentifier.ts';
import { tags } from './der/tags.ts';
import type { AlgorithmIdentifier } from './types.ts';

/** id-ecPublicKey (RFC 5480): a named curve, or parameters written out (`curve: 'explicit'`). */
export function decodeEcKey(key: Uint8Array, algorithm: AlgorithmIdentifier): DecodedKey {
  const reader = algorithm.parameters && DerReader.over(algorithm.parameters);
  if (reader?.nextIs(tags.oid)) return namedCurveKey(key, reader);
  const fieldBits = reader ? explicitFieldBits(reader) : null;
  if (fieldBits === null) return { family: 'EC', bits: null, text: 'EC' };
  return {
    family: 'EC',
    bits: isPoint(key, fieldBits) ? fieldBits : null,
    curve: 'explicit',
    text: `EC with explicit ${String(fieldBits)}-bit parameters`,
  };
}

function namedCurveKey(key: Uint8Array, reader: DerReader): DecodedKey {
  const element = reader.next();
  const oid = element && decodeObjectIdentifier(reader.content(element));
  const curve = oid ? namedCurve(oid) : undefined;
  if (!curve) return { family: 'EC', bits: null, text: `EC ${oid ?? 'with a broken curve name'}` };
  const bits = isPoint(key, curve.fieldBits) ? curve.fieldBits : null;
  return { family: 'EC', bits, curve: curve.name, text: `EC ${curve.name}` };
}

/** SpecifiedECDomain (SEC 1 C.2) over a prime field: the size of its prime. */
function explicitFieldBits(reader: DerReader): number | null {
  const body = reader.enter(tags.sequence, 'ECParameters');
  const version = body?.expect(tags.integer, 'version');
  const field = body?.enter(tags.sequence, 'fieldID');
  const type = field?.expect(tags.oid, 'fieldType');
  const prime = field?.expect(tags.integer, 'prime');
  if (!body || !version || !field || !type || !prime) return null;
  return bitLength(field.content(prime));
}

/** Length and leading octet of an EC point (SEC 1 §2.3.4). */
function isPoint(key: Uint8Array, fieldBits: number): boolean {
  const width = Math.ceil(fieldBits / 8);
  const form = key[0];
  if (form === 0x02 || form === 0x03) return key.length === width + 1;
  return (form === 0x04 || form === 0x06 || form === 0x07) && key.length === 2 * width + 1;
}
