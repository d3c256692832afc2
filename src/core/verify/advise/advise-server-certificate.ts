import { attributeOids } from '../../pki/name-attribute-types.ts';
import type { Certificate } from '../../pki/types.ts';

/** Something about a server certificate that works today and will not everywhere, or not for long. */
export type ServerCertificateAdvice =
  /** No dNSName: OpenSSL compares the common names, Envoy, rustls and Go compare nothing. */
  | {
      readonly code: 'common-name-fallback';
      readonly commonNames: readonly string[];
      /** A subjectAltName is there, but holds no dNSName. */
      readonly hasOtherNames: boolean;
    }
  /** Still valid, but for fewer than 30 days. */
  | {
      readonly code: 'expires-soon';
      /** Milliseconds since the epoch. */
      readonly notAfter: number;
      /** Whole days left, 0 on the last one. */
      readonly daysLeft: number;
    };

const day = 86_400_000;
const soonDays = 30;

/**
 * Advice about a certificate that a server presents, as data; the caller words it.
 *
 * @param at The moment asked about, milliseconds since the epoch.
 */
export function adviseServerCertificate(
  certificate: Certificate,
  at: number,
): readonly ServerCertificateAdvice[] {
  return [...adviseNames(certificate), ...adviseExpiry(certificate, at)];
}

/** RFC 9525 §4.1 and GEP-1897 leave common names out; `X509_check_host` still falls back to them. */
function adviseNames({ extensions, subject }: Certificate): readonly ServerCertificateAdvice[] {
  const names = extensions.subjectAltNames ?? [];
  if (names.some(({ kind }) => kind === 'dns')) return [];
  const commonNames = subject.attributes
    .filter(({ oid }) => oid === attributeOids.commonName)
    .map(({ value }) => value);
  return [{ code: 'common-name-fallback', commonNames, hasOtherNames: names.length > 0 }];
}

/** RFC 5280 §4.1.2.5. Expired certificates are an error elsewhere, not advice. */
function adviseExpiry({ notAfter }: Certificate, at: number): readonly ServerCertificateAdvice[] {
  if (notAfter.epoch === null || notAfter.epoch <= at) return [];
  const daysLeft = Math.floor((notAfter.epoch - at) / day);
  if (daysLeft >= soonDays) return [];
  return [{ code: 'expires-soon', notAfter: notAfter.epoch, daysLeft }];
}
