import { childShapes, contentHex, shapeAt, type Shape } from './der-shape.ts';

/** What a DER structure is, judged by the tags of its outer two levels. */
export type DerKind =
  'certificate' | 'private-key' | 'encrypted-key' | 'csr' | 'crl' | 'pkcs12' | 'pkcs7';

/** Private keys come in three wrappings: RFC 5958, RFC 8017 and RFC 5915. */
export type PrivateKeyShape = 'pkcs8' | 'pkcs1' | 'sec1';

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OID = 0x06;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

/** 1.2.840.113549.1.7.2, PKCS#7 signedData. */
const SIGNED_DATA = '2a864886f70d010702';

/**
 * Names the structure that one DER element holds, by shape alone. The element has to fill `bytes`
 * except for trailing line ends.
 */
export function sniffDer(bytes: Uint8Array): DerKind | null {
  const outer = shapeAt(bytes, 0);
  if (outer === null || outer.tag !== SEQUENCE || !fills(bytes, outer)) return null;
  const parts = childShapes(bytes, outer);
  if (privateKeyShape(bytes, parts) !== null) return 'private-key';
  if (isEncryptedKey(bytes, parts)) return 'encrypted-key';
  const [first, second, third] = parts;
  if (first === undefined) return null;
  if (first.tag === OID && contentHex(bytes, first) === SIGNED_DATA && second?.tag === 0xa0) {
    return 'pkcs7';
  }
  if (first.tag === INTEGER && contentHex(bytes, first) === '03' && second?.tag === SEQUENCE) {
    return 'pkcs12';
  }
  const signed = first.tag === SEQUENCE && second?.tag === SEQUENCE && third?.tag === BIT_STRING;
  return signed && parts.length === 3 ? signedKind(bytes, childShapes(bytes, first)) : null;
}

/** Which wrapping a private key has, or null when the DER is no unencrypted private key. */
export function sniffPrivateKey(bytes: Uint8Array): PrivateKeyShape | null {
  const outer = shapeAt(bytes, 0);
  if (outer === null || outer.tag !== SEQUENCE || !fills(bytes, outer)) return null;
  return privateKeyShape(bytes, childShapes(bytes, outer));
}

function fills(bytes: Uint8Array, outer: Shape): boolean {
  return bytes.subarray(outer.end).every((octet) => octet === 0x0a || octet === 0x0d);
}

function privateKeyShape(bytes: Uint8Array, parts: readonly Shape[]): PrivateKeyShape | null {
  const [version, second, third] = parts;
  if (version?.tag !== INTEGER || version.end - version.content !== 1) return null;
  const number = contentHex(bytes, version);
  if (
    second?.tag === SEQUENCE &&
    third?.tag === OCTET_STRING &&
    (number === '00' || number === '01')
  ) {
    return 'pkcs8';
  }
  if (parts.length >= 9 && parts.slice(0, 9).every((part) => part.tag === INTEGER)) return 'pkcs1';
  return number === '01' && second?.tag === OCTET_STRING ? 'sec1' : null;
}

/** RFC 5958 §3: EncryptedPrivateKeyInfo ::= SEQUENCE { SEQUENCE { OID … }, OCTET STRING }. */
function isEncryptedKey(bytes: Uint8Array, parts: readonly Shape[]): boolean {
  const [algorithm, data] = parts;
  if (parts.length !== 2 || algorithm?.tag !== SEQUENCE || data?.tag !== OCTET_STRING) return false;
  return childShapes(bytes, algorithm)[0]?.tag === OID;
}

/** Certificate, request and list all are SEQUENCE { body, algorithm, BIT STRING }: the body tells. */
function signedKind(bytes: Uint8Array, body: readonly Shape[]): DerKind | null {
  const tags = body.map((part) => part.tag);
  if (tags[0] === 0xa0 && tags[1] === INTEGER) return 'certificate';
  if (tags[0] === INTEGER && tags[1] === SEQUENCE && tags[2] === SEQUENCE) {
    return tags[3] === 0xa0 || tags.length === 3 ? 'csr' : v1Certificate(bytes, body);
  }
  const list = tags[0] === INTEGER ? tags.slice(1) : tags;
  const isTime = list[2] === UTC_TIME || list[2] === GENERALIZED_TIME;
  return list[0] === SEQUENCE && list[1] === SEQUENCE && isTime ? 'crl' : null;
}

/** Version 1 leaves `[0]` out: serial, algorithm, issuer, validity (two times), subject, key. */
function v1Certificate(bytes: Uint8Array, body: readonly Shape[]): DerKind | null {
  const validity = body[3];
  if (validity?.tag !== SEQUENCE) return null;
  const time = childShapes(bytes, validity)[0]?.tag;
  return time === UTC_TIME || time === GENERALIZED_TIME ? 'certificate' : null;
}
