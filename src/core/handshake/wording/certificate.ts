import { sentences, when, word } from '../../gateway-api/wording/words.ts';
import type { Wording } from '../../model/index.ts';

/** Findings about one certificate of a path. */
export type CertificateFindingCode =
  | 'TLS-SERVER-CERT-EXPIRED'
  | 'TLS-CA-EXPIRED'
  | 'TLS-CLIENT-CERT-EXPIRED'
  | 'TLS-CLIENT-CA-EXPIRED'
  | 'TLS-CERT-NOT-YET-VALID'
  | 'TLS-CERT-EXPIRES-SOON'
  | 'TLS-CERT-EXPIRES-THIS-WEEK'
  | 'TLS-CERT-PURPOSE'
  | 'TLS-CA-NOT-A-CA'
  | 'TLS-WEAK-KEY'
  | 'TLS-WEAK-SIGNATURE'
  | 'TLS-NAME-CONSTRAINTS'
  | 'TLS-CERT-REFUSED'
  | 'TLS-HOST-MISMATCH'
  | 'TLS-NO-SAN';

type Params = Parameters<Wording['title']>[0];

const VALIDITY = 'RFC 5280 §4.1.2.5, §6.1.3 (a)(2); OpenSSL internal_verify';

function expired(what: string, action: (params: Params) => string): Wording {
  return {
    title: () => `${what} expired`,
    detail: (params) =>
      `${word(params, 'subject')}, ${word(params, 'date')}, ${word(params, 'days')} ago.`,
    action,
    source: VALIDITY,
  };
}

const reissue = (params: Params) => `Issue the certificate in ${word(params, 'object')} again.`;
const replaceCa = (params: Params) =>
  `Put the renewed CA certificate into ${word(params, 'object')}. A renewal with the same key and name keeps what it issued.`;

/**
 * Texts for {@link CertificateFindingCode}. Params: `object` (that holds the certificate), `subject`, `date`, `days`,
 * `verifier`, `code`, `text`, `requires`, `host`, `names`.
 */
export const certificateWording: Record<CertificateFindingCode, Wording> = {
  'TLS-SERVER-CERT-EXPIRED': expired('Server certificate', reissue),
  'TLS-CA-EXPIRED': expired('CA of the server certificate', replaceCa),
  'TLS-CLIENT-CERT-EXPIRED': expired('Client certificate', reissue),
  'TLS-CLIENT-CA-EXPIRED': expired('Client CA', replaceCa),
  'TLS-CERT-NOT-YET-VALID': {
    title: (params) => `${word(params, 'subject')} is not valid yet`,
    detail: (params) => `It begins on ${word(params, 'date')}, in ${word(params, 'days')}.`,
    action: (params) =>
      `Wait until ${word(params, 'date')}, or issue the certificate in ${word(params, 'object')} with an earlier start.`,
    source: VALIDITY,
  },
  'TLS-CERT-EXPIRES-SOON': {
    title: (params) => `${word(params, 'subject')} expires on ${word(params, 'date')}`,
    detail: (params) => `In ${word(params, 'days')}, step ${word(params, 'step')} fails.`,
    action: (params) => `Renew the certificate in ${word(params, 'object')} before that day.`,
    source: VALIDITY,
  },
  'TLS-CERT-EXPIRES-THIS-WEEK': {
    title: (params) => `${word(params, 'subject')} has ${word(params, 'days')} left`,
    detail: (params) =>
      `It expires on ${word(params, 'date')}, and step ${word(params, 'step')} fails from then on.`,
    action: (params) => `Renew the certificate in ${word(params, 'object')} now.`,
    source: VALIDITY,
  },
  'TLS-CERT-PURPOSE': {
    title: (params) => `${word(params, 'subject')} is not made for ${word(params, 'use')}`,
    detail: (params) =>
      `${word(params, 'verifier')} reports ${word(params, 'code')}: ${word(params, 'text')}. anyExtendedKeyUsage alone does not count.`,
    action: (params) =>
      `Issue the certificate in ${word(params, 'object')} with ${word(params, 'eku')} in the extended key usage and digitalSignature in the key usage.`,
    source: 'RFC 5280 §4.2.1.3, §4.2.1.12; OpenSSL check_purpose',
  },
  'TLS-CA-NOT-A-CA': {
    title: (params) => `${word(params, 'subject')} may not issue certificates`,
    detail: (params) =>
      `${word(params, 'verifier')} reports ${word(params, 'code')}: ${word(params, 'text')}. It asks for ${word(params, 'requires')}.`,
    action: (params) =>
      `Issue the CA certificate in ${word(params, 'object')} with basicConstraints CA:TRUE and keyCertSign.`,
    source: 'RFC 5280 §4.2.1.9, §6.1.4; OpenSSL check_ca',
  },
  'TLS-WEAK-KEY': {
    title: (params) => `Key of ${word(params, 'subject')} is too weak`,
    detail: (params) =>
      `${word(params, 'verifier')} reports ${word(params, 'code')}: ${word(params, 'text')}. Security level 2 asks for ${word(params, 'requires')}.`,
    action: (params) =>
      `Issue the certificate in ${word(params, 'object')} with a new key: EC P-256, or RSA with 2048 bits or more.`,
    source: 'OpenSSL security level 2, check_key_level',
  },
  'TLS-WEAK-SIGNATURE': {
    title: (params) =>
      when(
        params,
        'algorithms',
        () => `Signature of ${word(params, 'subject')} uses an algorithm that is not accepted`,
      ) || `Signature of ${word(params, 'subject')} uses a weak digest`,
    detail: (params) =>
      sentences(
        `${word(params, 'verifier')} reports ${word(params, 'code')}: ${word(params, 'text')}.`,
        when(params, 'algorithms', (algorithms) => `It accepts ${algorithms}.`),
      ),
    action: (params) =>
      `Issue the certificate in ${word(params, 'object')} with SHA-256 or better.`,
    source: 'OpenSSL security level 2, check_sig_level',
  },
  'TLS-NAME-CONSTRAINTS': {
    title: (params) => `A CA may not issue for the names of ${word(params, 'subject')}`,
    detail: (params) =>
      `${word(params, 'verifier')} reports ${word(params, 'code')}: ${word(params, 'text')}.`,
    action: (params) =>
      `Issue the certificate in ${word(params, 'object')} for a name within the constraints, or from another CA.`,
    source: 'RFC 5280 §4.2.1.10; OpenSSL NAME_CONSTRAINTS_check',
  },
  'TLS-CERT-REFUSED': {
    title: (params) => `${word(params, 'subject')} is refused`,
    detail: (params) =>
      `${word(params, 'verifier')} reports ${word(params, 'code')}: ${word(params, 'text')}. It asks for ${word(params, 'requires')}.`,
    action: (params) => `Issue the certificate in ${word(params, 'object')} accordingly.`,
    source: 'OpenSSL X509_verify_cert',
  },
  'TLS-HOST-MISMATCH': {
    title: (params) => `Server certificate does not match ${word(params, 'host')}`,
    detail: (params) =>
      sentences(
        `Names in ${word(params, 'subject')}: ${word(params, 'names')}.`,
        when(params, 'late', (order) => `${order}.`),
      ),
    action: (params) =>
      sentences(
        when(
          params,
          'firstName',
          (name) => `Set the hostname of ${word(params, 'policy')} to ${name}, or issue`,
        ) || 'Issue',
        `the certificate in ${word(params, 'presenter')} for ${word(params, 'host')}.`,
      ),
    source:
      'RFC 9525 §6; OpenSSL X509_check_host with flags 0; Envoy match_typed_subject_alt_names',
  },
  'TLS-NO-SAN': {
    title: () => 'Server certificate has no SAN',
    detail: (params) =>
      `Only NGINX falls back to ${word(params, 'subject')}. Envoy and agentgateway never look at the common name and refuse it.`,
    action: (params) =>
      `Issue the certificate in ${word(params, 'object')} with ${word(params, 'host')} as DNS name in the subject alternative name.`,
    source: 'RFC 9525 §6.3; Envoy DefaultCertValidator; OpenSSL X509_check_host',
  },
};
