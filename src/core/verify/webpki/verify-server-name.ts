import { binaryText } from '../der/binary-text.ts';
import { describeGeneralName, type WebpkiName } from './general-name.ts';
import { listNames } from './list-names.ts';
import { matchDnsId } from './match-dns-id.ts';
import type { WebpkiCertificate } from './parse-certificate.ts';
import { rustDebug } from './rust-debug.ts';
import type { ServerName } from './server-name.ts';
import { WebpkiError } from './webpki-error.ts';

/** The presented names as rustls lists them, and what came out. */
export interface NameVerdict {
  readonly presented: readonly string[];
  readonly matchedBy?: string;
  readonly error?: WebpkiError;
}

/**
 * Whether the leaf is valid for the name: only alternative names count, dNSNames for DNS names and iPAddresses for
 * addresses. A malformed dNSName is passed over; an unreadable name ends the comparison.
 *
 * @see rustls-webpki 0.103.14 src/end_entity.rs `verify_is_valid_for_subject_name`
 */
export function verifyServerName(
  leaf: WebpkiCertificate,
  name: ServerName,
  release: '0.102' | '0.103',
): NameVerdict {
  const readable: string[] = [];
  let broken: WebpkiError | undefined;
  for (const presented of listNames(leaf.subjectAltName)) {
    if (presented instanceof WebpkiError) {
      broken = presented;
      break;
    }
    readable.push(describeGeneralName(presented));
    if (matches(presented, name)) {
      return { presented: readable, matchedBy: readable[readable.length - 1] ?? '' };
    }
  }
  return { presented: readable, error: broken ?? notValidForName(name, readable, release) };
}

function matches(presented: WebpkiName, name: ServerName): boolean {
  if (name.kind === 'dns') {
    const isDns = presented.kind === 'dns';
    return isDns && matchDnsId(binaryText(presented.value), 'reference', name.text) === true;
  }
  return presented.kind === 'ip' && binaryText(presented.value) === binaryText(name.octets);
}

function notValidForName(
  name: ServerName,
  presented: readonly string[],
  release: '0.102' | '0.103',
): WebpkiError {
  if (release === '0.102') {
    return new WebpkiError('CertNotValidForName', 'CertNotValidForName', 'NotValidForName');
  }
  const list = presented.map(rustDebug).join(', ');
  return new WebpkiError(
    'CertNotValidForName',
    `CertNotValidForName(InvalidNameContext { expected: ${name.debug}, presented: [${list}] })`,
    `certificate not valid for name ${rustDebug(name.text)}; certificate ${enumerate(presented)}`,
  );
}

/** @see rustls 0.23.43 src/error.rs `NotValidForNameContext` */
function enumerate(presented: readonly string[]): string {
  const last = presented[presented.length - 1];
  if (last === undefined) {
    return 'is not valid for any names (according to its subjectAltName extension)';
  }
  if (presented.length === 1) return `is only valid for ${last}`;
  return `is only valid for ${presented.slice(0, -1).join(', ')} or ${last}`;
}
