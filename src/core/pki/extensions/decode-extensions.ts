import type { DerReader } from '../der/der-reader.ts';
import type { CertificateExtensions, RawExtension } from '../types.ts';
import { readBasicConstraints } from './basic-constraints.ts';
import { readCrlDistributionPoints } from './crl-distribution-points.ts';
import {
  decodeFields,
  type ExtensionFacts,
  type FieldDecoder,
  type MutableFields,
} from './decode-fields.ts';
import { readExtendedKeyUsage } from './extended-key-usage.ts';
import { extensionOids } from './extension-oids.ts';
import { readAuthorityKeyId, readSubjectKeyId } from './key-identifiers.ts';
import { readKeyUsage, readNsCertType } from './key-usage.ts';
import { readNameConstraints } from './name-constraints.ts';
import { readProxyCertInfo } from './proxy-cert-info.ts';
import { readSubjectAltName } from './subject-alt-name.ts';

type Fields = MutableFields<CertificateExtensions>;
type Decoder = FieldDecoder<Fields>;

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
export interface DecodedExtensions extends ExtensionFacts {
  readonly extensions: CertificateExtensions;
}

/** Decodes every certificate extension that is known here, as {@link decodeFields} does. */
export function decodeExtensions(raw: readonly RawExtension[]): DecodedExtensions {
  const extensions: Fields = {};
  return { ...decodeFields(raw, decoders, extensions), extensions };
}
