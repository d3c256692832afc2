import { decodeAsn1String } from '../../pki/der/asn1-string.ts';
import type { NameAttribute } from '../../pki/types.ts';

/** What a common name is for DNS constraints: a host name, no host name, or error 53 (embedded NUL). */
export type CommonNameAsDns =
  | { readonly kind: 'dns'; readonly value: string }
  | { readonly kind: 'not-dns' }
  | { readonly kind: 'broken' };

/** Two or more labels of letters, digits, `_` and inner hyphens (`v3_ncons.c: cn2dnsid`). */
const hostName =
  /^[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)+$/;

/** RFC 6125 as `cn2dnsid` reads it: trailing NULs are dropped, an inner one is an error. */
export function commonNameAsDns(attribute: NameAttribute): CommonNameAsDns {
  const text = decodeAsn1String(attribute.tag, attribute.raw);
  if (text === null) return { kind: 'broken' };
  const end = lastNotNul(text);
  const value = text.slice(0, end);
  if (value.includes('\0')) return { kind: 'broken' };
  return value.length <= 4096 && hostName.test(value)
    ? { kind: 'dns', value }
    : { kind: 'not-dns' };
}

function lastNotNul(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\0') end--;
  return end;
}
