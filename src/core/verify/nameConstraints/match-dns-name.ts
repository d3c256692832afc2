import { asciiLower } from './ascii-lower.ts';
import type { SubtreeMatch } from './match-subtrees.ts';

/**
 * `v3_ncons.c: nc_dns`: an empty base holds everything; else a suffix, without regard to case, at a label
 * boundary. A leading dot in the base makes the boundary itself. `*` in a name is an ordinary character.
 */
export function matchDnsName(name: string, base: string): SubtreeMatch {
  if (base.length === 0) return 0;
  if (name.length < base.length) return 47;
  const cut = name.length - base.length;
  if (cut > 0 && !base.startsWith('.') && name[cut - 1] !== '.') return 47;
  return asciiLower(name.slice(cut)) === asciiLower(base) ? 0 : 47;
}
