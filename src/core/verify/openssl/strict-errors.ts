import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../pki/types.ts';
import { certificateFlags } from './certificate-flags.ts';
import { sameAlgorithm } from '../libcrypto/same-algorithm.ts';

type Rule = readonly [
  code: number,
  isBroken: (certificate: Certificate, isTop: boolean) => boolean,
];

/** RFC 5280 duties that only X509_V_FLAG_X509_STRICT enforces, in the order of `x509_vfy.c: check_extensions`. */
const rules: readonly Rule[] = [
  [80, (certificate) => hasPathLength(certificate) && !isCa(certificate)],
  [81, (certificate) => hasPathLength(certificate) && !mayUse(certificate, 'keyCertSign')],
  [89, (certificate) => isCa(certificate) && !isCritical(certificate, 'basicConstraints')],
  [92, (certificate) => isCa(certificate) && !certificate.extensions.keyUsage],
  [82, (certificate) => !isCa(certificate) && mayUse(certificate, 'keyCertSign')],
  [83, ({ issuer }) => issuer.attributes.length === 0],
  [84, (certificate) => needsSubject(certificate) && hasNoSubject(certificate)],
  [
    88,
    (certificate) =>
      hasNoSubject(certificate) &&
      certificate.extensions.subjectAltNames !== undefined &&
      !isCritical(certificate, 'subjectAltName'),
  ],
  [87, ({ extensions }) => extensions.subjectAltNames?.length === 0],
  [78, (certificate) => !sameAlgorithm(certificate)],
  [
    85,
    ({ version, extensions }, isTop) => version >= 3 && !isTop && !extensions.authorityKeyId?.keyId,
  ],
  [86, (certificate) => certificate.version >= 3 && isCa(certificate) && hasNoKeyId(certificate)],
  [93, ({ version, rawExtensions }) => version < 3 && rawExtensions.length > 0],
];

/** Error numbers of the strict rules that a certificate breaks. */
export function strictErrors(certificate: Certificate, isTop: boolean): readonly number[] {
  return rules.filter(([, isBroken]) => isBroken(certificate, isTop)).map(([code]) => code);
}

function isCa({ extensions }: Certificate): boolean {
  return extensions.basicConstraints?.ca === true;
}

function hasPathLength({ extensions }: Certificate): boolean {
  return (extensions.basicConstraints?.pathLength ?? -1) >= 0;
}

function mayUse({ extensions }: Certificate, bit: 'keyCertSign' | 'cRLSign'): boolean {
  return extensions.keyUsage?.includes(bit) === true;
}

function hasNoSubject({ subject }: Certificate): boolean {
  return subject.attributes.length === 0;
}

function hasNoKeyId({ extensions }: Certificate): boolean {
  return extensions.subjectKeyId === undefined;
}

function needsSubject(certificate: Certificate): boolean {
  return (
    isCa(certificate) ||
    mayUse(certificate, 'cRLSign') ||
    certificate.extensions.subjectAltNames === undefined
  );
}

function isCritical(
  certificate: Certificate,
  extension: 'basicConstraints' | 'subjectAltName',
): boolean {
  return certificateFlags(certificate).notedCritical.has(extensionOids[extension]);
}
