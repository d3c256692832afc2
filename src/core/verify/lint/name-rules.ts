import { attributeOids } from '../../pki/name-attribute-types.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../pki/types.ts';
import { found, type LintRule } from './lint-rule.ts';

export type NameLintCode =
  | 'LINT-NO-DNS-NAME'
  | 'LINT-COMMON-NAME-ALONE'
  | 'LINT-WILDCARD-PLACE'
  | 'LINT-BARE-WILDCARD'
  | 'LINT-DNS-UNDERSCORE'
  | 'LINT-DNS-LENGTH'
  | 'LINT-DNS-CHARACTERS'
  | 'LINT-IP-AS-DNS'
  | 'LINT-IP-LENGTH'
  | 'LINT-EMPTY-SUBJECT';

function dnsNames({ extensions }: Certificate): readonly string[] {
  return (extensions.subjectAltNames ?? []).flatMap(({ kind, value }) =>
    kind === 'dns' ? [value] : [],
  );
}

function commonNames({ subject }: Certificate): readonly string[] {
  return subject.attributes
    .filter(({ oid }) => oid === attributeOids.commonName)
    .map(({ value }) => value);
}

/**
 * RFC 9525 §4.1: only subjectAltName names a server; nginx alone falls back to the common name. A URI names one too, where
 * the policy asks for it (SPIFFE).
 */
function noDnsName(certificate: Certificate) {
  const names = certificate.extensions.subjectAltNames ?? [];
  if (names.some(({ kind }) => kind === 'dns' || kind === 'uri')) return null;
  return { found: commonNames(certificate).join(', ') || 'no common name either' };
}

/** A common name that no alternative name repeats, which most readers never see. */
function commonNameAlone(certificate: Certificate) {
  const names = (certificate.extensions.subjectAltNames ?? []).map(({ value }) => value);
  const known = new Set(names.map((name) => name.toLowerCase()));
  if (known.size === 0) return null;
  return found(commonNames(certificate).filter((name) => !known.has(name.toLowerCase())));
}

/** RFC 9525 §6.3: a wildcard is the whole left-most label. */
function wildcardPlace(certificate: Certificate) {
  return found(
    dnsNames(certificate).filter((name) => name.replace(/^\*(?=\.|$)/, '').includes('*')),
  );
}

/** `*` and `*.test`: no label, or one, behind the wildcard. */
function bareWildcard(certificate: Certificate) {
  return found(dnsNames(certificate).filter((name) => /^\*(\.[^.]+)?\.?$/.test(name)));
}

/** RFC 1123 §2.1 has no underscore. */
function underscore(certificate: Certificate) {
  return found(dnsNames(certificate).filter((name) => name.includes('_')));
}

/** RFC 1035 §2.3.4: 63 octets a label, 253 a name; no empty label. */
function dnsLength(certificate: Certificate) {
  return found(
    dnsNames(certificate).filter(
      (name) =>
        name.length > 253 || name.split('.').some((label) => label.length > 63 || label === ''),
    ),
  );
}

/** RFC 5280 §4.2.1.6: an IA5String in preferred name syntax, without space or NUL. */
function dnsCharacters(certificate: Certificate) {
  const odd = dnsNames(certificate).filter(
    (name) => /[^A-Za-z0-9._*-]/.test(name) && !isIpText(name),
  );
  return found(odd.map((name) => JSON.stringify(name)));
}

/** An address in a dNSName matches nothing but nginx's comparison of texts. */
function ipAsDns(certificate: Certificate) {
  return found(dnsNames(certificate).filter(isIpText));
}

function isIpText(name: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || /^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*$/i.test(name);
}

/** RFC 5280 §4.2.1.6: 4 or 16 octets. */
function ipLength({ extensions }: Certificate) {
  const odd = (extensions.subjectAltNames ?? []).filter(
    ({ kind, raw }) => kind === 'ip' && raw.length !== 4 && raw.length !== 16,
  );
  return found(odd.map(({ raw }) => `${String(raw.length)} octets`));
}

/** RFC 5280 §4.2.1.6: without a subject the names are critical. */
function emptySubject({ subject, rawExtensions }: Certificate) {
  if (subject.attributes.length > 0) return null;
  const names = rawExtensions.find(({ oid }) => oid === extensionOids.subjectAltName);
  if (names?.critical === true) return null;
  return { found: names ? 'names that are not critical' : 'no names' };
}

/** Rules about who the certificate names. */
export const nameRules: readonly LintRule<NameLintCode>[] = [
  { code: 'LINT-NO-DNS-NAME', severity: 'warning', page: 'e_ext_san_missing', check: noDnsName },
  {
    code: 'LINT-COMMON-NAME-ALONE',
    severity: 'note',
    page: 'e_subject_common_name_not_from_san',
    check: commonNameAlone,
  },
  {
    code: 'LINT-WILDCARD-PLACE',
    severity: 'warning',
    page: 'e_dnsname_left_label_wildcard_correct',
    check: wildcardPlace,
  },
  {
    code: 'LINT-BARE-WILDCARD',
    severity: 'warning',
    page: 'e_san_bare_wildcard',
    check: bareWildcard,
  },
  {
    code: 'LINT-DNS-UNDERSCORE',
    severity: 'note',
    page: 'e_dnsname_underscore_in_sld',
    check: underscore,
  },
  {
    code: 'LINT-DNS-LENGTH',
    severity: 'warning',
    page: 'e_dnsname_label_too_long',
    check: dnsLength,
  },
  {
    code: 'LINT-DNS-CHARACTERS',
    severity: 'warning',
    page: 'pkix.invalid_domain_name_syntax',
    check: dnsCharacters,
  },
  {
    code: 'LINT-IP-AS-DNS',
    severity: 'warning',
    page: 'e_ext_san_dns_not_ia5_string',
    check: ipAsDns,
  },
  {
    code: 'LINT-IP-LENGTH',
    severity: 'warning',
    page: 'pkix.ip_address_wrong_length',
    check: ipLength,
  },
  {
    code: 'LINT-EMPTY-SUBJECT',
    severity: 'note',
    page: 'e_ext_san_not_critical_without_subject',
    check: emptySubject,
  },
];
