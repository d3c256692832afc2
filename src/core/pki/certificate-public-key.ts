import { readAlgorithmIdentifier } from './certificate-algorithm-identifier.ts';
import type { DecodedKey } from './certificate-decoded-key.ts';
import { decodeEcKey } from './certificate-ec-key.ts';
import { decodePssParameters } from './certificate-pss-parameters.ts';
import { decodeBitString } from './der/bit-string.ts';
import { DerReader } from './der/der-reader.ts';
import { bitLength } from './der/integer.ts';
import { tags } from './der/tags.ts';
import type { AlgorithmIdentifier, KeyFamily, PublicKeyInfo } from './types.ts';

type KeyDecoder = (key: Uint8Array, algorithm: AlgorithmIdentifier) => DecodedKey;

const mlDsa = '2.16.840.1.101.3.4.3';

const decoders = new Map<string, KeyDecoder>([
  ['1.2.840.113549.1.1.1', (key) => rsaKey('RSA', key)],
  ['1.2.840.113549.1.1.10', rsaPssKey],
  ['1.2.840.10045.2.1', decodeEcKey],
  ['1.2.840.10040.4.1', dsaKey],
  ['1.3.101.112', (key) => fixedKey('Ed25519', 'Ed25519', 256, 32, key)],
  ['1.3.101.113', (key) => fixedKey('Ed448', 'Ed448', 456, 57, key)],
  ['1.3.101.110', (key) => fixedKey('other', 'X25519', 253, 32, key)],
  ['1.3.101.111', (key) => fixedKey('other', 'X448', 448, 56, key)],
  [`${mlDsa}.17`, (key) => fixedKey('ML-DSA', 'ML-DSA-44', 10_496, 1312, key)],
  [`${mlDsa}.18`, (key) => fixedKey('ML-DSA', 'ML-DSA-65', 15_616, 1952, key)],
  [`${mlDsa}.19`, (key) => fixedKey('ML-DSA', 'ML-DSA-87', 20_736, 2592, key)],
]);

/**
 * The next element as SubjectPublicKeyInfo (RFC 5280 §4.1.2.7). Only a broken outer structure is a problem; a
 * key that cannot be read is kept with `decodable: false`, as OpenSSL does.
 */
export function readPublicKey(reader: DerReader): PublicKeyInfo | null {
  const what = 'subjectPublicKeyInfo';
  const element = reader.expect(tags.sequence, what);
  const body = element && reader.inside(element);
  const algorithm = body && readAlgorithmIdentifier(body, what);
  const bits = body?.expect(tags.bitString, what);
  if (!element || !body || !algorithm || !bits || !body.finished(what)) return null;
  const key = decodeBitString(body.content(bits));
  if (!key) return body.fail(`${what}: broken BIT STRING`, bits.start);
  const decode = decoders.get(algorithm.oid);
  const decoded = decode
    ? decode(key.bytes, algorithm)
    : { family: 'other' as const, bits: null, text: `key of type ${algorithm.oid}` };
  return {
    ...decoded,
    der: reader.whole(element),
    algorithm,
    decodable: decoded.bits !== null,
    keyBytes: key.bytes,
  };
}

/** RSAPublicKey (RFC 8017 A.1.1); integers may be padded, as OpenSSL reads them as plain numbers (`bn_c2i`). */
export function decodeRsaPublicKey(
  key: Uint8Array,
): { readonly modulus: Uint8Array; readonly exponent: Uint8Array } | null {
  const reader = DerReader.over(key);
  const body = reader.enter(tags.sequence, 'RSAPublicKey');
  const modulus = body?.expect(tags.integer, 'modulus');
  const exponent = body?.expect(tags.integer, 'exponent');
  if (!body || !modulus || !exponent || !body.finished('RSAPublicKey')) return null;
  return { modulus: body.content(modulus), exponent: body.content(exponent) };
}

function rsaKey(family: 'RSA' | 'RSA-PSS', key: Uint8Array): DecodedKey {
  const decoded = decodeRsaPublicKey(key);
  if (!decoded) return { family, bits: null, text: family };
  const bits = bitLength(decoded.modulus);
  return { family, bits, text: `${family} ${String(bits)}` };
}

/** RFC 4055 §1.2: parameters, when they are there, must make sense. */
function rsaPssKey(key: Uint8Array, { parameters }: AlgorithmIdentifier): DecodedKey {
  const decoded = rsaKey('RSA-PSS', key);
  const broken = parameters !== undefined && decodePssParameters(parameters) === null;
  return broken ? { ...decoded, bits: null } : decoded;
}

/** Dss-Parms (RFC 3279 §2.3.2): the size is that of `p`. */
function dsaKey(_key: Uint8Array, algorithm: AlgorithmIdentifier): DecodedKey {
  const reader = algorithm.parameters && DerReader.over(algorithm.parameters);
  const body = reader?.enter(tags.sequence, 'Dss-Parms');
  const p = body?.expect(tags.integer, 'p');
  if (!body || !p) return { family: 'DSA', bits: null, text: 'DSA' };
  const bits = bitLength(body.content(p));
  return { family: 'DSA', bits, text: `DSA ${String(bits)}` };
}

function fixedKey(
  family: KeyFamily,
  text: string,
  bits: number,
  length: number,
  key: Uint8Array,
): DecodedKey {
  return { family, text, bits: key.length === length ? bits : null };
}
