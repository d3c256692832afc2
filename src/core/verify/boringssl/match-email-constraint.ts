import { asciiLower } from '../nameConstraints/ascii-lower.ts';
import type { SubtreeMatch } from '../nameConstraints/match-subtrees.ts';
import type { BoringsslRelease } from '../types.ts';

const localPart = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]+$/;
const domainPart = /^[A-Za-z0-9.-]+$/;

interface EmailRules {
  readonly foldLocalPart: boolean;
  readonly release: BoringsslRelease;
}

/**
 * `v3_ncons.cc: nc_email`: both sides in a narrow alphabet with at most one `@`, else 53. Base `.example.com` holds
 * any host below it, `example.com` that host, `a@example.com` that mailbox; the local part counts exactly, unless
 * `foldLocalPart`. An `@` in front of a base was ignored before `20260821`.
 */
export function matchEmailConstraint(
  name: string,
  base: string,
  { foldLocalPart, release }: EmailRules,
): SubtreeMatch {
  const [local = '', domain = '', ...more] = name.split('@');
  if (more.length > 0 || !localPart.test(local) || !domainPart.test(domain)) return 53;
  const tree = readBase(base, release);
  if (!tree) return 53;
  const host = asciiLower(domain);
  if (tree.local === undefined && tree.domain.startsWith('.')) {
    return host.endsWith(tree.domain) ? 0 : 47;
  }
  const fold = foldLocalPart ? asciiLower : (text: string) => text;
  if (tree.local !== undefined && fold(local) !== fold(tree.local)) return 47;
  return host === tree.domain ? 0 : 47;
}

function readBase(
  base: string,
  release: BoringsslRelease,
): { readonly local?: string; readonly domain: string } | null {
  const at = base.indexOf('@');
  const domain = asciiLower(base.slice(at + 1));
  if (!domainPart.test(domain)) return null;
  if (at < 0 || (at === 0 && release === '20260413')) return { domain };
  const local = base.slice(0, at);
  return localPart.test(local) ? { local, domain } : null;
}
