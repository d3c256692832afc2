import type { Wording } from '../../../model/index.ts';
import type { NameLintCode } from '../name-rules.ts';
import { lintWording } from './lint-text.ts';

/** Texts for {@link NameLintCode}. */
export const nameTexts: Record<NameLintCode, Wording> = {
  'LINT-NO-DNS-NAME': lintWording({
    title: 'has no dNSName',
    detail:
      'Found: {found}. Envoy, rustls and Go do not look at the common name; nginx alone does.',
    action: 'Issue it again with the host names as subjectAltName.',
    source: 'RFC 9525 §4.1; zlint e_ext_san_missing',
  }),
  'LINT-COMMON-NAME-ALONE': lintWording({
    title: 'has a common name that is no alternative name',
    detail:
      '{found} stands in the subject alone, where only old readers look once there are alternative names.',
    action: 'Add it as subjectAltName, or leave it out.',
    source: 'CA/Browser Forum BR 7.1.4.3; zlint e_subject_common_name_not_from_san',
  }),
  'LINT-WILDCARD-PLACE': lintWording({
    title: 'has a wildcard that is not the whole first label',
    detail:
      '{found}: Go and rustls take it for no wildcard, OpenSSL and Envoy each match it by rules of their own.',
    action: 'Name the hosts, or put `*` alone in the first label.',
    source: 'RFC 9525 §6.3; zlint e_dnsname_left_label_wildcard_correct',
  }),
  'LINT-BARE-WILDCARD': lintWording({
    title: 'has a wildcard right under the top',
    detail: '{found}: OpenSSL, Go and rustls want two labels behind a wildcard; Envoy matches it.',
    action: 'Name the domain behind the wildcard.',
    source: 'RFC 9525 §6.3; zlint e_san_bare_wildcard',
  }),
  'LINT-DNS-UNDERSCORE': lintWording({
    title: 'has an underscore in a host name',
    detail: '{found} is no host name; OpenSSL matches no wildcard that holds one.',
    action: 'Use a hyphen in the name of the service.',
    source: 'RFC 1123 §2.1; zlint e_dnsname_underscore_in_sld',
  }),
  'LINT-DNS-LENGTH': lintWording({
    title: 'has a host name with a label that is empty or too long',
    detail: '{found}: a label has 1 to 63 octets, a name 253 at most. No dot at the end.',
    action: 'Issue it again with the name as clients ask for it.',
    source: 'RFC 1035 §2.3.4; zlint e_dnsname_label_too_long',
  }),
  'LINT-DNS-CHARACTERS': lintWording({
    title: 'has a dNSName that is no host name',
    detail: '{found}: spaces, slashes, ports and letters beyond ASCII match nothing.',
    action: 'Write the plain host name, as an A-label (`xn--…`) where it is international.',
    source: 'RFC 5280 §4.2.1.6; pkilint pkix.invalid_domain_name_syntax',
  }),
  'LINT-IP-AS-DNS': lintWording({
    title: 'has an IP address as dNSName',
    detail: '{found}: nginx compares it as text, all others want an iPAddress name.',
    action:
      'Issue it again with the address as iPAddress (`IP:` in openssl, `ipAddresses` in cert-manager).',
    source: 'RFC 5280 §4.2.1.6; zlint e_ext_san_dns_not_ia5_string',
  }),
  'LINT-IP-LENGTH': lintWording({
    title: 'has an iPAddress of a wrong length',
    detail: 'Found: {found}; an address has 4 or 16. Go does not parse such a certificate.',
    action: 'Issue it again; a network with its mask belongs in name constraints.',
    source: 'RFC 5280 §4.2.1.6; pkilint pkix.ip_address_wrong_length',
  }),
  'LINT-EMPTY-SUBJECT': lintWording({
    title: 'has no subject',
    detail: 'Found: {found}. Without a subject the alternative names are critical.',
    action: 'Mark subjectAltName critical, or give it a subject.',
    source: 'RFC 5280 §4.1.2.6; zlint e_ext_san_not_critical_without_subject',
  }),
};
