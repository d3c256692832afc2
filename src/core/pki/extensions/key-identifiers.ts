import { bytesToHex } from '@noble/hashes/utils.js';
import type { DerReader } from '../der/der-reader.ts';
import { integerToHex, isMinimalInteger } from '../der/integer.ts';
import { tags } from '../der/tags.ts';
import type { CertificateExtensions } from '../types.ts';
import { readGeneralNames } from './general-name.ts';

type AuthorityKeyId = NonNullable<CertificateExtensions['authorityKeyId']>;

/** RFC 5280 §4.2.1.2, lower-case hex. */
export function readSubjectKeyId(reader: DerReader): string | null {
  const element = reader.expect(tags.octetString, 'subjectKeyIdentifier');
  return element ? bytesToHex(reader.content(element)) : null;
}

/** RFC 5280 §4.2.1.1: key identifier, issuer names and serial number, each optional. */
export function readAuthorityKeyId(reader: DerReader): AuthorityKeyId | null {
  const what = 'authorityKeyIdentifier';
  const body = reader.enter(tags.sequence, what);
  if (!body) return null;
  const keyId = body.optional(0x80);
  const issuer = body.optional(0xa1);
  const serial = body.optional(0x82);
  if (keyId === null || issuer === null || serial === null || !body.finished(what)) return null;
  const names = issuer && body.inside(issuer);
  const issuerNames = names && readGeneralNames(names, what);
  if (issuerNames === null) return null;
  if (serial && !isMinimalInteger(body.content(serial))) {
    return body.fail(`${what}: broken INTEGER`, serial.start);
  }
  return {
    ...(keyId && { keyId: bytesToHex(body.content(keyId)) }),
    ...(issuerNames && { issuer: issuerNames }),
    ...(serial && { serial: integerToHex(body.content(serial)) }),
  };
}
