import { readAlgorithmIdentifier } from './certificate-algorithm-identifier.ts';
import { readRawExtensions } from './certificate-raw-extensions.ts';
import { readPublicKey } from './certificate-public-key.ts';
import { DerReader } from './der/der-reader.ts';
import { integerToHex, integerToNumber, isMinimalInteger } from './der/integer.ts';
import { tags } from './der/tags.ts';
import { readTime } from './der/time.ts';
import { decodeExtensions } from './extensions/decode-extensions.ts';
import { readName } from './name.ts';
import { readSigned, type SignedParts } from './read-signed.ts';
import type { Certificate } from './types.ts';

/** Larger ones are refused unread; OpenSSL's own limit for a whole peer chain is 100 kB. */
const maxBytes = 1_000_000;
const names = { whole: 'Certificate', tbs: 'tbsCertificate' };

export type DecodedCertificate =
  | { readonly ok: true; readonly certificate: Certificate; readonly trailing: Uint8Array }
  | { readonly ok: false; readonly problem: string; readonly offset: number };

/**
 * DER octets to a {@link Certificate} (RFC 5280 §4.1), strictly: what is refused here does not load in OpenSSL
 * either (apart from BER lengths). Never throws. `trailing` holds octets after the certificate: a
 * `TRUSTED CERTIFICATE` block may have some, a handshake message may not.
 */
export function decodeCertificate(der: Uint8Array): DecodedCertificate {
  if (der.length > maxBytes) {
    return { ok: false, problem: `a certificate of ${String(der.length)} bytes`, offset: 0 };
  }
  const reader = DerReader.over(der);
  const outer = reader.expect(tags.sequence, 'Certificate');
  // A copy, also of a Node Buffer, whose own `slice` is a view.
  const inner = outer && DerReader.over(new Uint8Array(der.subarray(0, outer.end)));
  const certificate = inner && readSigned(inner, names, readTbs);
  if (!outer || !certificate) return failed(inner ?? reader);
  return { ok: true, certificate, trailing: new Uint8Array(der.subarray(outer.end)) };
}

function failed(reader: DerReader): DecodedCertificate {
  const { problem, offset } = reader.problem ?? { problem: 'it is not a certificate', offset: 0 };
  return { ok: false, problem, offset };
}

type TbsFields = Omit<Certificate, keyof SignedParts>;

function readTbs(tbs: DerReader): TbsFields | null {
  const version = readVersion(tbs);
  const serial = readSerial(tbs);
  const tbsSignatureAlgorithm = readAlgorithmIdentifier(tbs, 'signature');
  const issuer = readName(tbs, 'issuer');
  const validity = tbs.enter(tags.sequence, 'validity');
  const notBefore = validity && readTime(validity, 'notBefore');
  const notAfter = validity && readTime(validity, 'notAfter');
  if (!validity || !notBefore || !notAfter || !validity.finished('validity')) return null;
  const subject = readName(tbs, 'subject');
  const publicKey = readPublicKey(tbs);
  if (tbs.optional(0x81) === null || tbs.optional(0x82) === null) return null;
  const rawExtensions = readRawExtensions(tbs);
  if (version === null || serial === null || !tbsSignatureAlgorithm || !issuer) return null;
  if (!subject || !publicKey || !rawExtensions || !tbs.finished('tbsCertificate')) return null;
  return {
    version,
    serial,
    tbsSignatureAlgorithm,
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    rawExtensions,
    ...decodeExtensions(rawExtensions),
  };
}

/** The number written plus one; absent means version 1 (RFC 5280 §4.1.2.1). */
function readVersion(tbs: DerReader): number | null {
  const element = tbs.optional(0xa0);
  if (element === undefined) return 1;
  const explicit = element && tbs.inside(element);
  const value = explicit?.expect(tags.integer, 'version');
  if (!explicit || !value || !explicit.finished('version')) return null;
  const content = explicit.content(value);
  if (!isMinimalInteger(content)) return explicit.fail('version: broken INTEGER', value.start);
  return integerToNumber(content) + 1;
}

function readSerial(tbs: DerReader): string | null {
  const element = tbs.expect(tags.integer, 'serialNumber');
  if (!element) return null;
  const content = tbs.content(element);
  if (!isMinimalInteger(content)) return tbs.fail('serialNumber: broken INTEGER', element.start);
  return integerToHex(content);
}
