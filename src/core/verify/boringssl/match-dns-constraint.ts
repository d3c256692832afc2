import { asciiLower } from '../nameConstraints/ascii-lower.ts';
import type { SubtreeMatch } from '../nameConstraints/match-subtrees.ts';

/**
 * `v3_ncons.cc: nc_dns`: an empty base holds everything; a dot at the end counts on neither side; else a suffix at a
 * label boundary. An excluded `foo.bar.com` holds `*.bar.com` too.
 */
export function matchDnsConstraint(
  name: string,
  base: string,
  list: 'permitted' | 'excluded',
): SubtreeMatch {
  if (base === '') return 0;
  const dns = asciiLower(name.replace(/\.$/, ''));
  const tree = asciiLower(base.replace(/\.$/, ''));
  if (list === 'excluded' && dns.startsWith('*.') && tree.includes('.')) {
    if (dns.slice(2) === tree.slice(tree.indexOf('.') + 1)) return 0;
  }
  if (tree.startsWith('.')) return dns.endsWith(tree) ? 0 : 47;
  const cut = dns.length - tree.length;
  if (cut > 0 && dns[cut - 1] !== '.') return 47;
  return cut >= 0 && dns.slice(cut) === tree ? 0 : 47;
}
