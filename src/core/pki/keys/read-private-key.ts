import { curveByOid } from '../certificate-curves.ts';
import { DerReader } from '../der/der-reader.ts';
import { bitLength } from '../der/integer.ts';
import { decodeObjectIdentifier } from '../der/object-identifier.ts';
import { tags } from '../der/tags.ts';
import { encodeDer, encodeOid, encodeUnsigned } from '../der-write.ts';
import { readPem } from '../pem.ts';
import { privateKeyWrapping, sniffDer, type PrivateKeyWrapping } from '../sniff-der.ts';
import type { KeyFamily, PemBlock } from '../types.ts';
import { keyFamily, keyOids } from './key-algorithms.ts';
import { isKeyStandIn } from './key-stand-in.ts';

/** A decoded private key. Secret: it stays in memory and in no finding, log or message. */
export interface PrivateKeyInfo {
  readonly family: KeyFamily;
  /** Modulus bits for RSA, field bits for EC, null otherwise. */
  readonly bits: number | null;
  /** Named curve (`P-256`, …), for EC. */
  readonly curve?: string;
  /** `RSA 2048`, `EC P-256`, `Ed25519`. */
  readonly text: string;
  /** How it was written. */
  readonly wrapping: PrivateKeyWrapping;
  /** PrivateKeyInfo DER (RFC 5958), made when the key was PKCS#1 or SEC1. */
  readonly pkcs8: Uint8Array;
  /** The key alone: RSAPrivateKey, ECPrivateKey, or the OCTET STRING with an Edwards key. */
  readonly inner: Uint8Array;
}

/** What stands where a private key may stand. */
export type PrivateKeyReading =
  | { readonly state: 'plain'; readonly key: PrivateKeyInfo }
  /** `dek-info` is the RFC 1421 encryption of a PKCS#1 or SEC1 block. */
  | { readonly state: 'encrypted'; readonly form: 'pkcs8' | 'dek-info'; readonly detail: string }
  | { readonly state: 'unreadable'; readonly problem: string }
  /** A stand-in: the key was taken out before the text was kept on the device. */
  | { readonly state: 'removed' }
  | { readonly state: 'none' };

/**
 * Reads the first private key of a PEM text, or a DER key: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017) or SEC1
 * (RFC 5915). An encrypted key is recognised, not decrypted. Never throws.
 */
export function readPrivateKey(input: string | Uint8Array): PrivateKeyReading {
  if (typeof input !== 'string') return readKeyDer(input);
  const block = readPem(input).find((candidate) => isPrivateKeyLabel(candidate.label));
  return block === undefined ? { state: 'none' } : readPrivateKeyBlock(block);
}

/** Whether a PEM label names a private key, encrypted or not (RFC 7468 §10, §11). */
export function isPrivateKeyLabel(label: string): boolean {
  return label.endsWith('PRIVATE KEY');
}

/** Reads one PEM block with a private key label. */
export function readPrivateKeyBlock(block: PemBlock): PrivateKeyReading {
  if (block.der === undefined) {
    return {
      state: 'unreadable',
      problem: `its PEM block is damaged (${block.problem ?? 'unknown'})`,
    };
  }
  const dek = block.headers.find((header) => header.startsWith('DEK-Info:'));
  if (dek !== undefined) return { state: 'encrypted', form: 'dek-info', detail: dek };
  if (block.label === 'OPENSSH PRIVATE KEY') {
    return { state: 'unreadable', problem: 'it is in OpenSSH format' };
  }
  return readKeyDer(block.der);
}

function readKeyDer(der: Uint8Array): PrivateKeyReading {
  if (isKeyStandIn(der)) return { state: 'removed' };
  const wrapping = privateKeyWrapping(der);
  if (wrapping === null) {
    if (sniffDer(der) === 'encrypted-key') {
      return { state: 'encrypted', form: 'pkcs8', detail: 'EncryptedPrivateKeyInfo' };
    }
    return { state: 'unreadable', problem: 'it is neither PKCS#8, PKCS#1 nor SEC1' };
  }
  const key = readers[wrapping](der);
  if (key === null)
    return { state: 'unreadable', problem: `its ${names[wrapping]} structure is damaged` };
  return { state: 'plain', key };
}

const names: Record<PrivateKeyWrapping, string> = {
  pkcs8: 'PKCS#8',
  pkcs1: 'PKCS#1',
  sec1: 'SEC1',
};

const readers: Record<PrivateKeyWrapping, (der: Uint8Array) => PrivateKeyInfo | null> = {
  pkcs8: readPkcs8,
  pkcs1: (der) => describeKey('pkcs1', keyOids.rsa, der, undefined, wrapRsa(der)),
  sec1: readSec1,
};

/** RFC 5958 §2: version, algorithm, OCTET STRING. */
function readPkcs8(der: Uint8Array): PrivateKeyInfo | null {
  const info = DerReader.over(der).enter(tags.sequence, 'PrivateKeyInfo');
  info?.expect(tags.integer, 'version');
  const algorithm = info?.enter(tags.sequence, 'algorithm');
  const oidElement = algorithm?.expect(tags.oid, 'algorithm');
  const curveElement = algorithm?.optional(tags.oid);
  const inner = info?.expect(tags.octetString, 'privateKey');
  if (!info || !algorithm || !oidElement || !inner) return null;
  const oid = decodeObjectIdentifier(info.content(oidElement));
  const curve = curveElement ? decodeObjectIdentifier(info.content(curveElement)) : null;
  if (oid === null) return null;
  return describeKey('pkcs8', oid, info.content(inner), curve ?? undefined, der);
}

/** RFC 5915 §3; the curve stands in `[0]`, which a bare SEC1 key needs. */
function readSec1(der: Uint8Array): PrivateKeyInfo | null {
  const key = DerReader.over(der).enter(tags.sequence, 'ECPrivateKey');
  key?.expect(tags.integer, 'version');
  key?.expect(tags.octetString, 'privateKey');
  const parameters = key?.nextIs(0xa0) === true ? key.enter(0xa0, 'parameters') : null;
  const oid = parameters?.expect(tags.oid, 'namedCurve');
  const curve = key && oid ? decodeObjectIdentifier(key.content(oid)) : null;
  if (curve === null) return null;
  const algorithm = encodeDer(tags.sequence, encodeOid(keyOids.ec), encodeOid(curve));
  return describeKey('sec1', keyOids.ec, der, curve, wrapPkcs8(algorithm, der));
}

function describeKey(
  wrapping: PrivateKeyWrapping,
  oid: string,
  inner: Uint8Array,
  curveOid: string | undefined,
  pkcs8: Uint8Array,
): PrivateKeyInfo | null {
  const family = keyFamily(oid);
  const common = { family, wrapping, pkcs8, inner };
  if (family === 'RSA' || family === 'RSA-PSS') {
    const numbers = rsaNumbers(inner);
    if (numbers === null) return null;
    const bits = bitLength(numbers.modulus);
    // Web Crypto knows no id-RSASSA-PSS keys; the numbers are the same.
    return { ...common, bits, text: `${family} ${bits}`, pkcs8: wrapRsa(inner) };
  }
  if (family === 'EC') {
    const curve = curveOid === undefined ? undefined : curveByOid(curveOid);
    const name = curve?.name ?? curveOid ?? 'explicit';
    return {
      ...common,
      bits: curve?.p.toString(2).length ?? null,
      curve: name,
      text: `EC ${name}`,
    };
  }
  return { ...common, bits: null, text: family === 'other' ? oid : family };
}

function wrapRsa(inner: Uint8Array): Uint8Array {
  return wrapPkcs8(encodeDer(tags.sequence, encodeOid(keyOids.rsa), encodeDer(tags.null)), inner);
}

/** PrivateKeyInfo DER around a bare key (RFC 5958 §2). */
export function wrapPkcs8(algorithm: Uint8Array, inner: Uint8Array): Uint8Array {
  const version = encodeUnsigned(Uint8Array.of(0));
  return encodeDer(tags.sequence, version, algorithm, encodeDer(tags.octetString, inner));
}

/** Modulus, public and private exponent of an RSAPrivateKey (RFC 8017 appendix A.1.2), unsigned octets. */
export interface RsaNumbers {
  readonly modulus: Uint8Array;
  readonly publicExponent: Uint8Array;
  readonly privateExponent: Uint8Array;
}

/** Reads the first numbers of an RSAPrivateKey, or null when it is damaged. */
export function rsaNumbers(inner: Uint8Array): RsaNumbers | null {
  const key = DerReader.over(inner).enter(tags.sequence, 'RSAPrivateKey');
  key?.expect(tags.integer, 'version');
  const modulus = key?.expect(tags.integer, 'modulus');
  const publicExponent = key?.expect(tags.integer, 'publicExponent');
  const privateExponent = key?.expect(tags.integer, 'privateExponent');
  if (!key || !modulus || !publicExponent || !privateExponent) return null;
  return {
    modulus: key.content(modulus),
    publicExponent: key.content(publicExponent),
    privateExponent: key.content(privateExponent),
  };
}
