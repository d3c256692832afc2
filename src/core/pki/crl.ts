import { readAlgorithmIdentifier } from './certificate-algorithm-identifier.ts';
import { readRawExtensions } from './certificate-raw-extensions.ts';
import { readRevoked } from './crl-revoked.ts';
import { DerReader } from './der/der-reader.ts';
import { integerToNumber, isMinimalInteger } from './der/integer.ts';
import { tags } from './der/tags.ts';
import { readTime } from './der/time.ts';
import { decodeCrlExtensions } from './extensions/decode-crl-extensions.ts';
import { readName } from './name.ts';
import { readSigned, type SignedParts } from './read-signed.ts';
import type { CertificateRevocationList, CertificateTime } from './types.ts';

/** Larger ones are refused unread: a Secret or ConfigMap cannot hold them either. */
const maxBytes = 4_000_000;
const names = { whole: 'CertificateList', tbs: 'tbsCertList' };
const limits = { depth: 24, elements: 1_000_000 };

export type DecodedCrl =
  | { readonly ok: true; readonly crl: CertificateRevocationList; readonly trailing: Uint8Array }
  | { readonly ok: false; readonly problem: string; readonly offset: number };

/**
 * DER octets (of an `X509 CRL` block) to a {@link CertificateRevocationList} (RFC 5280 §5.1), as strictly as
 * `decodeCertificate`. Never throws; extensions that do not decode are kept as facts.
 */
export function decodeCrl(der: Uint8Array): DecodedCrl {
  if (der.length > maxBytes) {
    return { ok: false, problem: `a CRL of ${String(der.length)} bytes`, offset: 0 };
  }
  const reader = DerReader.over(der, limits);
  const outer = reader.expect(tags.sequence, 'CertificateList');
  // A copy, also of a Node Buffer, whose own `slice` is a view.
  const inner = outer && DerReader.over(new Uint8Array(der.subarray(0, outer.end)), limits);
  const crl = inner && readSigned(inner, names, readTbs);
  if (!outer || !crl) {
    const { problem } = inner ?? reader;
    return { ok: false, ...(problem ?? { problem: 'it is not a CRL', offset: 0 }) };
  }
  return { ok: true, crl, trailing: new Uint8Array(der.subarray(outer.end)) };
}

type TbsFields = Omit<CertificateRevocationList, keyof SignedParts>;

function readTbs(tbs: DerReader): TbsFields | null {
  const version = readVersion(tbs);
  const tbsSignatureAlgorithm = readAlgorithmIdentifier(tbs, 'signature');
  const issuer = readName(tbs, 'issuer');
  const thisUpdate = readTime(tbs, 'thisUpdate');
  const nextUpdate = readNextUpdate(tbs);
  const revoked = readRevoked(tbs);
  const rawExtensions = readRawExtensions(tbs, 0xa0);
  if (version === null || !tbsSignatureAlgorithm || !issuer || !thisUpdate) return null;
  if (nextUpdate === null || !revoked || !rawExtensions) return null;
  if (!tbs.finished('tbsCertList')) return null;
  return {
    version,
    tbsSignatureAlgorithm,
    issuer,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
    revoked,
    rawExtensions,
    ...decodeCrlExtensions(rawExtensions),
  };
}

/** The number written plus one; absent means version 1 (RFC 5280 §5.1.2.1). */
function readVersion(tbs: DerReader): number | null {
  const element = tbs.optional(tags.integer);
  if (element === undefined) return 1;
  if (element === null) return null;
  const content = tbs.content(element);
  if (!isMinimalInteger(content)) return tbs.fail('version: broken INTEGER', element.start);
  return integerToNumber(content) + 1;
}

function readNextUpdate(tbs: DerReader): CertificateTime | null | undefined {
  const isTime = tbs.nextIs(tags.utcTime) || tbs.nextIs(tags.generalizedTime);
  return isTime ? readTime(tbs, 'nextUpdate') : undefined;
}
