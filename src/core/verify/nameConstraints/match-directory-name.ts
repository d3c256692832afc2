import type { DistinguishedName } from '../../pki/types.ts';
import type { SubtreeMatch } from './match-subtrees.ts';

/** RFC 5280 §4.2.1.10: the RDNs of `base` lead those of `name` (`v3_ncons.c: nc_dn`, on canonical forms). */
export function matchDirectoryName(name: DistinguishedName, base: DistinguishedName): SubtreeMatch {
  return name.canonical.startsWith(base.canonical) ? 0 : 47;
}
