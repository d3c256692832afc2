import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readAlgorithmIdentifier } from './certificate-algorithm-identifier.ts';
import { signatureText } from './certificate-signature-text.ts';
import { decodeBitString } from './der/bit-string.ts';
import type { DerReader } from './der/der-reader.ts';
import { tags } from './der/tags.ts';
import type { Certificate } from './types.ts';

/** What surrounds the signed fields of a certificate and of a CRL alike. */
export type SignedParts = Pick<
  Certificate,
  'der' | 'fingerprint' | 'tbs' | 'signatureAlgorithm' | 'signature' | 'signatureText'
>;

/**
 * SIGNED{…} (RFC 5280 §4.1 and §5.1): the fields to be signed, the algorithm, the signature.
 *
 * @param names ASN.1 names of the whole and of its signed part, for the problem's words
 * @param readFields reads the signed part; null when it left a problem in the reader
 * @returns null when `reader.problem` says what is wrong
 */
export function readSigned<Fields>(
  reader: DerReader,
  names: { readonly whole: string; readonly tbs: string },
  readFields: (tbs: DerReader) => Fields | null,
): (Fields & SignedParts) | null {
  const body = reader.enter(tags.sequence, names.whole);
  const tbsElement = body?.expect(tags.sequence, names.tbs);
  const tbsReader = tbsElement && body?.inside(tbsElement);
  const fields = tbsReader && readFields(tbsReader);
  const algorithm = body && readAlgorithmIdentifier(body, 'signatureAlgorithm');
  const signature = body?.expect(tags.bitString, 'signatureValue');
  const bits = body && signature && decodeBitString(body.content(signature));
  if (body && signature && bits === null) body.fail('signatureValue: broken BIT STRING');
  if (!body || !tbsElement || !fields || !algorithm || !bits || !body.finished(names.whole)) {
    return null;
  }
  return {
    ...fields,
    der: reader.bytes,
    fingerprint: bytesToHex(sha256(reader.bytes)),
    tbs: body.whole(tbsElement),
    signatureAlgorithm: algorithm,
    signature: bits.bytes,
    signatureText: signatureText(algorithm),
  };
}
