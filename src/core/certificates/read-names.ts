import { parseIpAddress } from '../pki/index.ts';

/** Subject alternative names by their kind; `refused` is what is none. */
export interface ReadNames {
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly uris: readonly string[];
  readonly refused: readonly string[];
}

/** RFC 5890 labels, with the underscore that clusters use and one leading wildcard (RFC 6125 §6.4.3). */
const DNS_NAME =
  /^(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/i;
/** RFC 3986 §3: a scheme and something behind it. */
const URI = /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+\S*$/i;

/** Sorts names, written one a line or separated by commas or blanks, into DNS names, IP addresses and URIs. */
export function readNames(text: string): ReadNames {
  const names = [...new Set(text.split(/[\s,;]+/).filter((name) => name !== ''))];
  const kinds = names.map((name) => [name, kindOf(name)] as const);
  const of = (kind: ReturnType<typeof kindOf>): readonly string[] =>
    kinds.flatMap(([name, own]) => (own === kind ? [name] : []));
  return { dnsNames: of('dns'), ipAddresses: of('ip'), uris: of('uri'), refused: of('none') };
}

function kindOf(name: string): 'dns' | 'ip' | 'uri' | 'none' {
  if (URI.test(name)) return 'uri';
  if (parseIpAddress(name) !== null) return 'ip';
  // All digits and dots is an address with a slip, not a host.
  if (/^[\d.]+$/.test(name)) return 'none';
  return name.length <= 253 && DNS_NAME.test(name) ? 'dns' : 'none';
}
