import type { DerString } from '../der/der-string.ts';
import { readAny } from './read-element.ts';
import type { WebpkiError } from './webpki-error.ts';
import { badDer } from './webpki-error.ts';

/** A name or the base of a subtree; of the kinds that webpki does not compare only the tag number is kept. */
export type WebpkiName =
  | { readonly kind: 'dns' | 'ip' | 'uri'; readonly value: Uint8Array }
  | { readonly kind: 'directory' }
  | { readonly kind: 'unsupported'; readonly tag: number };

const VALUES: Readonly<Record<number, 'dns' | 'ip' | 'uri'>> = {
  0x82: 'dns',
  0x86: 'uri',
  0x87: 'ip',
};
/** otherName, rfc822Name, x400Address, ediPartyName, registeredID. */
const UNSUPPORTED: ReadonlySet<number> = new Set([0xa0, 0x81, 0xa3, 0xa5, 0x88]);

/** @see rustls-webpki 0.103.14 src/subject_name/mod.rs `GeneralName::from_der` */
export function readGeneralName(reader: DerString): WebpkiName | WebpkiError {
  const element = readAny(reader);
  if (!element) return badDer;
  const kind = VALUES[element.tag];
  if (kind !== undefined) return { kind, value: element.content.rest };
  if (element.tag === 0xa4) return { kind: 'directory' };
  if (UNSUPPORTED.has(element.tag)) return { kind: 'unsupported', tag: element.tag & 0x1f };
  return badDer;
}

/** As `{:?}` prints it; rustls lists the presented names that way. */
export function describeGeneralName(name: WebpkiName): string {
  switch (name.kind) {
    case 'dns':
      return `DnsName("${lossyText(name.value)}")`;
    case 'uri':
      return `UniformResourceIdentifier("${lossyText(name.value)}")`;
    case 'ip':
      return `IpAddress(${addressText(name.value)})`;
    case 'directory':
      return 'DirectoryName';
    case 'unsupported':
      return `Unsupported(0x${name.tag.toString(16).padStart(2, '0')})`;
  }
}

function lossyText(octets: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets);
}

function addressText(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  if (octets.length === 16) return ipv6Text(octets);
  return `[invalid: ${[...octets].map(hexOctet).join(', ')}]`;
}

/** Every run of zero groups behind the first group becomes `::`, and a run at the end disappears. */
function ipv6Text(octets: Uint8Array): string {
  let text = '';
  let skipping = false;
  for (let at = 0; at < 16; at += 2) {
    const value = (octets[at] ?? 0) * 256 + (octets[at + 1] ?? 0);
    if (at > 0 && value === 0) {
      // The separator of the first zero group is not written either.
      skipping = true;
      continue;
    }
    if (at > 0) text += skipping ? '::' : ':';
    skipping = false;
    text += value.toString(16);
  }
  return text;
}

function hexOctet(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}
