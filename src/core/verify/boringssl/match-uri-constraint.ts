import { asciiLower } from '../nameConstraints/ascii-lower.ts';
import type { SubtreeMatch } from '../nameConstraints/match-subtrees.ts';
import type { BoringsslRelease } from '../types.ts';

/**
 * `v3_ncons.cc: nc_uri`: the host of the URI equals the base, or ends with it when the base begins with a dot. A URI
 * without a host is 53. From `20260821` on both must be fully qualified domain names, else 53 (name) or 52 (base).
 */
export function matchUriConstraint(
  name: string,
  base: string,
  release: BoringsslRelease,
): SubtreeMatch {
  const isStrict = release === '20260821';
  const host = isStrict ? qualifiedHost(name) : plainHost(name);
  if (!host) return 53;
  const tree = isStrict ? base.replace(/\.$/, '') : base;
  if (isStrict && !isQualifiedName(tree.replace(/^\./, ''))) return 52;
  const [lowerHost, lowerTree] = [asciiLower(host), asciiLower(tree)];
  if (lowerTree.startsWith('.')) return lowerHost.endsWith(lowerTree) ? 0 : 47;
  return lowerHost === lowerTree ? 0 : 47;
}

/** Between the `://` at the first colon and the next colon or, without one, the next slash. */
function plainHost(uri: string): string | undefined {
  const rest = /^[^:]*:\/\/([^]*)$/.exec(uri)?.[1];
  if (rest === undefined) return undefined;
  return (rest.includes(':') ? rest.split(':') : rest.split('/'))[0];
}

/** RFC 3986 §3.2, without user information; a port and a dot at the end are cut off. */
function qualifiedHost(uri: string): string | undefined {
  const authority = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/([^/?#]+)/.exec(uri)?.[1];
  const host = authority?.replace(/:\d*$/, '').replace(/\.$/, '');
  return host !== undefined && isQualifiedName(host) ? host : undefined;
}

/** `nc_uri_is_fqdn`: labels of letters, digits and inner hyphens; the last one is no number, so no IPv4 address. */
function isQualifiedName(host: string): boolean {
  const labels = host.split('.');
  const areLabels = labels.every(
    (label) => label.length <= 63 && /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label),
  );
  return areLabels && !/^(?:0[xX][0-9A-Fa-f]*|\d+)$/.test(labels[labels.length - 1] ?? '');
}
