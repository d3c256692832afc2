import { parseMailbox, type Mailbox } from './parse-mailbox.ts';

/**
 * Whether a name lies at or below a DNS name; below only, when that begins with a dot. The empty one takes all.
 *
 * @see Go 1.26 src/crypto/x509/constraints.go `dnsHasSuffix`
 */
export function liesBelow(constraint: string, name: string): boolean {
  const [base, whole] = [constraint.toLowerCase(), name.toLowerCase()];
  if (base === '' || whole === base) return true;
  return whole.endsWith(base.startsWith('.') ? base : `.${base}`);
}

/**
 * Whether a wildcard name could stand for the base of an excluded subtree: both agree behind their first label.
 *
 * @see Go 1.26 src/crypto/x509/constraints.go `dnsConstraints.query`
 */
export function wildcardReaches(constraint: string, name: string): boolean {
  const behindFirst = (text: string) => /\..*$/s.exec(text.toLowerCase())?.[0] ?? '';
  return (
    name.startsWith('*') &&
    behindFirst(name) !== '' &&
    behindFirst(constraint) === behindFirst(name)
  );
}

/** A constraint with `@` is one mailbox, else it is about the domain. */
export function matchesMailbox(constraint: string, { local, domain }: Mailbox): boolean {
  if (!constraint.includes('@')) return liesBelow(constraint, domain);
  const wanted = parseMailbox(constraint);
  return wanted?.local === local && wanted.domain.toLowerCase() === domain.toLowerCase();
}

/** @param network address and mask; of the other family it never matches */
export function liesInNetwork(network: Uint8Array, address: Uint8Array): boolean {
  const { length } = address;
  if (network.length !== 2 * length) return false;
  return address.every(
    (octet, at) => ((octet ^ (network[at] ?? 0)) & (network[length + at] ?? 0)) === 0,
  );
}
