import { asciiLower } from './ascii-lower.ts';
import type { SubtreeMatch } from './match-subtrees.ts';

/**
 * `v3_ncons.c: nc_email`: base `.example.com` holds any host below it, `example.com` that host, `a@example.com`
 * that mailbox with the local part compared exactly.
 */
export function matchEmail(name: string, base: string): SubtreeMatch {
  const at = name.lastIndexOf('@');
  if (at < 0) return 53;
  const baseAt = base.lastIndexOf('@');
  if (baseAt < 0 && base.startsWith('.')) {
    const inside = name.length > base.length && asciiLower(name).endsWith(asciiLower(base));
    return inside ? 0 : 47;
  }
  if (baseAt > 0) {
    if (baseAt !== at) return 47;
    const local = base.slice(0, baseAt);
    if (local.includes('\0') || name.slice(0, at).includes('\0')) return 53;
    if (local !== name.slice(0, at)) return 47;
  }
  return asciiLower(name.slice(at + 1)) === asciiLower(base.slice(baseAt + 1)) ? 0 : 47;
}
