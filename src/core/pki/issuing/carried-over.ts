import { tags } from '../der/tags.ts';
import { encodeDer } from '../der-write.ts';
import { extensionOids } from '../extensions/extension-oids.ts';
import type { Certificate, RawExtension } from '../types.ts';
import type { RequestSpec } from './types.ts';

/** `dNSName [2]` of a GeneralName. */
const DNS_NAME = 0x82;

/** Written by the issuer for one certificate alone: identifiers, and where its revocation is told. */
const ofIssuer: ReadonlySet<string> = new Set([
  extensionOids.subjectKeyId,
  extensionOids.authorityKeyId,
  extensionOids.crlDistributionPoints,
  extensionOids.freshestCrl,
  extensionOids.authorityInfoAccess,
  // Signed certificate timestamps (RFC 6962 §3.3).
  '1.3.6.1.4.1.11129.2.4.2',
]);

/**
 * What stays of a certificate that is issued or asked for again: subject and extensions octet for octet, with `dnsNames`
 * where it had no names.
 */
export function carriedOver(
  { subject, rawExtensions, extensions }: Certificate,
  dnsNames: readonly string[],
): Pick<RequestSpec, 'subject' | 'subjectDer' | 'ca' | 'extensions'> {
  return {
    subject: {},
    subjectDer: subject.der,
    ca: extensions.basicConstraints?.ca === true,
    extensions: [
      ...rawExtensions.filter(({ oid }) => !ofIssuer.has(oid)),
      ...(extensions.subjectAltNames === undefined ? namesOf(dnsNames) : []),
    ],
  };
}

/** RFC 5280 §4.2.1.6, not critical beside a subject. */
function namesOf(dnsNames: readonly string[]): readonly RawExtension[] {
  if (dnsNames.length === 0) return [];
  const names = dnsNames.map((name) => encodeDer(DNS_NAME, new TextEncoder().encode(name)));
  const value = encodeDer(tags.sequence, ...names);
  return [{ oid: extensionOids.subjectAltName, critical: false, value }];
}
