import { DerReader } from '../der/der-reader.ts';
import type { CertificateExtensions, RawExtension } from '../types.ts';
import { readBasicConstraints } from './basic-constraints.ts';
import { readCrlDistributionPoints } from './crl-distribution-points.ts';
import { readExtendedKeyUsage } from './extended-key-usage.ts';
import { extensionOids } from './extension-oids.ts';
import { readAuthorityKeyId, readSubjectKeyId } from './key-identifiers.ts';
import { readKeyUsage, readNsCertType } from './key-usage.ts';
import { readNameConstraints } from './name-constraints.ts';
import { readProxyCertInfo } from './proxy-cert-info.ts';
import { readSubjectAltName } from './subject-alt-name.ts';

type Fields = { -readonly [K in keyof CertificateExtensions]: CertificateExtensions[K] };
/** Reads one extension value into its field; false when it does not decode. */
type Decoder = (value: DerReader, into: Fields) => boolean;

function field<K extends keyof CertificateExtensions>(
  key: K,
  read: (value: DerReader) => NonNullable<CertificateExtensions[K]> | null,
): Decoder {
  return (value, into) => {
    const decoded = read(value);
    if (decoded === null) return false;
    into[key] = decoded;
    return true;
  };
}

const decoders = new Map<string, Decoder>([
  [extensionOids.basicConstraints, field('basicConstraints', readBasicConstraints)],
  [extensionOids.keyUsage, field('keyUsage', readKeyUsage)],
  [extensionOids.extendedKeyUsage, field('extendedKeyUsage', readExtendedKeyUsage)],
  [extensionOids.subjectAltName, field('subjectAltNames', readSubjectAltName)],
  [extensionOids.subjectKeyId, field('subjectKeyId', readSubjectKeyId)],
  [extensionOids.authorityKeyId, field('authorityKeyId', readAuthorityKeyId)],
  [extensionOids.nsCertType, field('nsCertType', readNsCertType)],
  [extensionOids.nameConstraints, field('nameConstraints', readNameConstraints)],
  [extensionOids.crlDistributionPoints, field('crlDistributionPoints', readCrlDistributionPoints)],
  [extensionOids.proxyCertInfo, field('proxyCertificate', readProxyCertInfo)],
]);

/** The extensions as typed fields, with the facts that decide whether a library trusts them. */
export interface DecodedExtensions {
  readonly extensions: CertificateExtensions;
  readonly duplicateExtensions: readonly string[];
  readonly undecodableExtensions: readonly string[];
}

/**
 * Decodes every extension that is known here. One that stands twice is not decoded (OpenSSL's
 * `X509_get_ext_d2i` gives nothing either); bytes after a value are tolerated, as OpenSSL does.
 */
export function decodeExtensions(raw: readonly RawExtension[]): DecodedExtensions {
  const counts = new Map<string, number>();
  for (const { oid } of raw) counts.set(oid, (counts.get(oid) ?? 0) + 1);
  const extensions: Fields = {};
  const undecodable: string[] = [];
  for (const { oid, value } of raw) {
    const decode = decoders.get(oid);
    if (!decode || counts.get(oid) !== 1) continue;
    if (!decode(DerReader.over(value), extensions)) undecodable.push(oid);
  }
  const duplicates = [...counts].filter(([, count]) => count > 1).map(([oid]) => oid);
  return { extensions, duplicateExtensions: duplicates, undecodableExtensions: undecodable };
}
