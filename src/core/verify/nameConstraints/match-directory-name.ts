import type { DistinguishedName } from '../../pki/types.ts';

/** 0 = inside the subtree, otherwise an OpenSSL error number; 47 means "outside". */
export type SubtreeMatch = 0 | 1 | 47 | 51 | 53;

/** RFC 5280 §4.2.1.10: the RDNs of `base` lead those of `name` (`v3_ncons.c: nc_dn`, on canonical forms). */
export function matchDirectoryName(name: DistinguishedName, base: DistinguishedName): SubtreeMatch {
  return name.canonical.startsWith(base.canonical) ? 0 : 47;
}
