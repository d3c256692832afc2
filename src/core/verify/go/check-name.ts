import { ipText } from '../../pki/extensions/ip-text.ts';
import { parseIpAddress } from '../../pki/issuing/parse-ip-address.ts';
import type { GoConstraints, GoSubtrees } from './go-constraints.ts';
import type { GoName } from './go-names.ts';
import { isValidDomain } from './is-valid-domain.ts';
import { liesBelow, liesInNetwork, matchesMailbox, wildcardReaches } from './match-constraint.ts';
import { parseMailbox } from './parse-mailbox.ts';
import { goQuote } from './quote.ts';
import { goIpText } from './verify-hostname.ts';

/** One name, ready to be compared with bases of its kind, which are texts here. */
interface Comparable {
  readonly what: string;
  /** As Go prints it. */
  readonly text: string;
  readonly bases: (subtrees: GoSubtrees) => readonly string[];
  readonly matches: (base: string) => boolean;
  /** Only excluded DNS names: what a wildcard could stand for. */
  readonly reaches?: (base: string) => boolean;
}

/**
 * Whether name constraints allow a name. Go 1.24 asks the excluded subtrees first and reads a wildcard literally.
 *
 * @returns the detail of Go's error, or null
 * @see Go 1.26 src/crypto/x509/constraints.go `checkConstraints`; Go 1.24 verify.go `checkNameConstraints`
 */
export function checkName(
  name: GoName,
  { permitted, excluded }: GoConstraints,
  release: '1.24' | '1.26',
): string | null {
  const comparable = prepare(name, release);
  if (typeof comparable === 'string') return comparable;
  const { what, text, bases, matches, reaches } = comparable;
  const allowed = bases(permitted);
  const refused = shortestMatch(bases(excluded), (base) => {
    return matches(base) || (release === '1.26' && reaches?.(base) === true);
  });
  const notPermitted =
    allowed.length > 0 && !allowed.some(matches)
      ? `${what} ${quote(text)} is not permitted by any constraint`
      : null;
  const isExcluded =
    refused === undefined
      ? null
      : `${what} ${quote(text)} is excluded by constraint ${quote(refused)}`;
  return release === '1.24' ? (isExcluded ?? notPermitted) : (notPermitted ?? isExcluded);
}

/** Go looks through sorted constraints from which those below others are gone. */
function shortestMatch(bases: readonly string[], matches: (base: string) => boolean) {
  return bases.filter(matches).sort((one, other) => one.length - other.length)[0];
}

function prepare(name: GoName, release: '1.24' | '1.26'): Comparable | string {
  switch (name.kind) {
    case 'dns':
      return prepareDns(name.text);
    case 'email':
      return prepareMailbox(name.text, release);
    case 'uri': {
      const host = uriHost(name);
      if (typeof host !== 'string') return host.problem;
      const matches = (base: string) => liesBelow(base, host);
      return { what: 'URI', text: name.text, bases: ({ uri }) => uri, matches };
    }
    case 'ip':
      return prepareAddress(name.octets);
  }
}

function prepareDns(text: string): Comparable | string {
  if (!isValidDomain(text, false)) return `x509: cannot parse dnsName ${quote(text)}`;
  return {
    what: 'DNS name',
    text,
    bases: ({ dns }) => dns,
    matches: (base) => liesBelow(base, text),
    reaches: (base) => wildcardReaches(base, text),
  };
}

function prepareMailbox(text: string, release: '1.24' | '1.26'): Comparable | string {
  const mailbox = parseMailbox(text);
  const isOld = release === '1.24';
  if (!mailbox)
    return `${isOld ? 'x509: ' : ''}cannot parse rfc822Name ${quote(isOld ? '@' : text)}`;
  return {
    what: 'email address',
    text: isOld ? text : `${mailbox.local}@${mailbox.domain.toLowerCase()}`,
    bases: ({ email }) => email,
    matches: (base) => matchesMailbox(base, mailbox),
  };
}

/** Networks become texts; those that do not hold the address all the same one. */
function prepareAddress(octets: Uint8Array): Comparable {
  return {
    what: 'IP address',
    text: goIpText(octets),
    bases: ({ ip }) =>
      ip.map((network) => (liesInNetwork(network, octets) ? networkText(network) : OTHER_NETWORK)),
    matches: (base) => base !== OTHER_NETWORK,
  };
}

/** Stands for networks that do not hold the address. */
const OTHER_NETWORK = '';

/** A URI needs a host that is no address. */
function uriHost({
  text,
  host,
}: Extract<GoName, { kind: 'uri' }>): string | { readonly problem: string } {
  if (host === '') {
    return {
      problem: `URI with empty host (${quote(text)}) cannot be matched against constraints`,
    };
  }
  const name = host.endsWith(']') ? host : host.replace(/:\d*$/, '');
  if (parseIpAddress(name) !== null || /^\[.*\]$/.test(name)) {
    return { problem: `URI with IP (${quote(text)}) cannot be matched against constraints` };
  }
  return name;
}

/** `192.0.2.0/24`. */
function networkText(network: Uint8Array): string {
  const half = network.length / 2;
  const mask = [...network.subarray(half)].map((octet) => octet.toString(2)).join('');
  const base = network.subarray(0, half).map((octet, at) => octet & (network[half + at] ?? 0));
  return `${ipText(base)}/${String(mask.replaceAll('0', '').length)}`;
}

function quote(text: string): string {
  return goQuote(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}
