import { DerReader, type DerElement } from './der/der-reader.ts';
import { decodeObjectIdentifier } from './der/object-identifier.ts';
import { tags } from './der/tags.ts';

/** What a DER structure is, judged by the tags of its outer two levels. */
export type DerKind =
  'certificate' | 'private-key' | 'encrypted-key' | 'csr' | 'crl' | 'pkcs12' | 'pkcs7';

/** Private keys come in three wrappings: RFC 5958, RFC 8017 and RFC 5915. */
export type PrivateKeyWrapping = 'pkcs8' | 'pkcs1' | 'sec1';

/** PKCS#7 signedData. */
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTEXT_0 = 0xa0;
/** Starts of a PFX and of a signedData with indefinite lengths (BER), as some exporters write them. */
const BER_PKCS12 = [0x30, 0x80, 0x02, 0x01, 0x03];
const BER_PKCS7 = [0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/**
 * Names the structure that one DER element holds, by shape alone. The element has to fill `bytes`
 * except for trailing line ends. PKCS#12 and PKCS#7 may also be BER.
 */
export function sniffDer(bytes: Uint8Array): DerKind | null {
  if (startsWith(bytes, BER_PKCS12)) return 'pkcs12';
  if (startsWith(bytes, BER_PKCS7)) return 'pkcs7';
  const parts = outerParts(bytes);
  const [first, second, third] = parts;
  if (first === undefined) return null;
  if (wrappingOf(bytes, parts) !== null) return 'private-key';
  if (isEncryptedKey(bytes, parts)) return 'encrypted-key';
  if (first.tag === tags.oid && second?.tag === CONTEXT_0) {
    return decodeObjectIdentifier(contentOf(bytes, first)) === SIGNED_DATA ? 'pkcs7' : null;
  }
  if (smallInteger(bytes, first) === 3 && second?.tag === tags.sequence) return 'pkcs12';
  const signed =
    parts.length === 3 &&
    first.tag === tags.sequence &&
    second?.tag === tags.sequence &&
    third?.tag === tags.bitString;
  return signed ? signedKind(partsOf(bytes.subarray(first.start, first.end))) : null;
}

/** Which wrapping a private key has, or null when the DER is no unencrypted private key. */
export function privateKeyWrapping(bytes: Uint8Array): PrivateKeyWrapping | null {
  return wrappingOf(bytes, outerParts(bytes));
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((octet, index) => bytes[index] === octet);
}

/** The elements inside the outer SEQUENCE, none when it does not fill `bytes`. */
function outerParts(bytes: Uint8Array): DerElement[] {
  const outer = DerReader.over(bytes).next();
  if (outer?.tag !== tags.sequence) return [];
  const rest = bytes.subarray(outer.end);
  return rest.every((octet) => octet === 0x0a || octet === 0x0d) ? partsOf(bytes) : [];
}

/** The first elements inside the first element; stops quietly where the octets stop making sense. */
function partsOf(bytes: Uint8Array): DerElement[] {
  const reader = DerReader.over(bytes);
  const outer = reader.next();
  const inner = outer === null ? null : reader.inside(outer);
  const parts: DerElement[] = [];
  while (inner !== null && !inner.atEnd && parts.length < 12) {
    const part = inner.next();
    if (part === null) break;
    parts.push(part);
  }
  return parts;
}

function contentOf(bytes: Uint8Array, element: DerElement): Uint8Array {
  return bytes.subarray(element.contentStart, element.end);
}

/** Value of a one-octet INTEGER, else null. */
function smallInteger(bytes: Uint8Array, element: DerElement): number | null {
  if (element.tag !== tags.integer || element.end - element.contentStart !== 1) return null;
  return bytes[element.contentStart] ?? null;
}

function wrappingOf(bytes: Uint8Array, parts: readonly DerElement[]): PrivateKeyWrapping | null {
  const [version, second, third] = parts;
  const number = version === undefined ? null : smallInteger(bytes, version);
  if (number === null || number > 1) return null;
  if (second?.tag === tags.sequence && third?.tag === tags.octetString) return 'pkcs8';
  if (parts.length >= 9 && parts.every((part, at) => at >= 9 || part.tag === tags.integer)) {
    return 'pkcs1';
  }
  return number === 1 && second?.tag === tags.octetString ? 'sec1' : null;
}

/** RFC 5958 §3: EncryptedPrivateKeyInfo ::= SEQUENCE { SEQUENCE { OID … }, OCTET STRING }. */
function isEncryptedKey(bytes: Uint8Array, parts: readonly DerElement[]): boolean {
  const [algorithm, data] = parts;
  if (parts.length !== 2 || algorithm?.tag !== tags.sequence) return false;
  if (data?.tag !== tags.octetString) return false;
  return partsOf(bytes.subarray(algorithm.start, algorithm.end))[0]?.tag === tags.oid;
}

/** Certificate, request and list all are SEQUENCE { body, algorithm, BIT STRING }: the body tells. */
function signedKind(body: readonly DerElement[]): DerKind | null {
  const found = body.map((part) => part.tag);
  if (found[0] === CONTEXT_0 && found[1] === tags.integer) return 'certificate';
  if (found[0] === tags.integer && found[1] === tags.sequence && found[2] === tags.sequence) {
    if (found[3] === CONTEXT_0 || found.length === 3) return 'csr';
    // Version 1 leaves [0] out: serial, algorithm, issuer, validity, subject, key.
    return found[3] === tags.sequence && found[5] === tags.sequence ? 'certificate' : null;
  }
  const list = found[0] === tags.integer ? found.slice(1) : found;
  const isTime = list[2] === tags.utcTime || list[2] === tags.generalizedTime;
  return list[0] === tags.sequence && list[1] === tags.sequence && isTime ? 'crl' : null;
}
