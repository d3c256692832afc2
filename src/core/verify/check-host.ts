import { attributeOids } from '../pki/name-attribute-types.ts';
import { decodeAsn1String, latin1 } from '../pki/der/asn1-string.ts';
import type { Certificate } from '../pki/types.ts';
import { matchHostPattern } from './match-host-pattern.ts';
import type { HostCheck } from './types.ts';

type Compared = HostCheck['compared'][number];

/** What is compared, and its octets as one character each; `null` for text that OpenSSL cannot convert. */
interface Candidate {
  readonly compared: Compared;
  readonly octets: string | null;
}

/**
 * `X509_check_host(cert, name, len, 0, NULL) == 1` as nginx calls it (OpenSSL 3.0 to 3.5,
 * `crypto/x509/v3_utl.c: do_x509_check`): the dNSNames decide when there is one; only without any, every common
 * name is compared. iPAddress entries are never looked at. A broken or repeated alternative-name extension counts
 * as absent.
 */
export function checkHost(certificate: Certificate, name: string): HostCheck {
  const candidates = listCandidates(certificate);
  const host = hostOctets(name);
  const matched = host === null ? undefined : firstMatch(candidates, host);
  return {
    name,
    matches: matched !== undefined,
    ...(matched && { matchedBy: matched.compared }),
    compared: candidates.map(({ compared }) => compared),
  };
}

/** Text that cannot be converted ends the comparison without a match (`do_check_string` answers -1). */
function firstMatch(candidates: readonly Candidate[], host: string): Candidate | undefined {
  const decisive = candidates.find(
    ({ octets }) => octets === null || (octets.length > 0 && matchHostPattern(octets, host)),
  );
  return decisive?.octets === null ? undefined : decisive;
}

function listCandidates({ extensions, subject }: Certificate): readonly Candidate[] {
  const dns = (extensions.subjectAltNames ?? []).filter(({ kind }) => kind === 'dns');
  if (dns.length > 0) {
    return dns.map(({ value }) => ({ compared: { kind: 'dns-san', value }, octets: value }));
  }
  return subject.attributes
    .filter(({ oid }) => oid === attributeOids.commonName)
    .map(({ value, tag, raw }) => {
      const text = decodeAsn1String(tag, raw);
      return {
        compared: { kind: 'common-name', value },
        octets: text === null ? null : utf8Octets(text),
      };
    });
}

function utf8Octets(text: string): string {
  return latin1(new TextEncoder().encode(text));
}

/** The name as octets; `null` for names that the call refuses (empty, embedded NUL). One NUL at the end passes. */
function hostOctets(name: string): string | null {
  const octets = utf8Octets(name);
  const text = octets.length > 1 && octets.endsWith('\0') ? octets.slice(0, -1) : octets;
  return text.length === 0 || text.includes('\0') ? null : text;
}
