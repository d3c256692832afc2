import { asciiLower } from './nameConstraints/ascii-lower.ts';

/**
 * One dNSName or common name against a host name (`v3_utl.c: equal_wildcard`, flags 0). Both are octets, one
 * character each. A pattern that is no valid wildcard is compared literally, without regard to ASCII case.
 */
export function matchHostPattern(pattern: string, host: string): boolean {
  const isSuffix = host.length > 1 && host.startsWith('.');
  const star = isSuffix ? -1 : starPosition(pattern);
  if (star < 0) return equalIgnoringCase(isSuffix ? tail(pattern, host.length) : pattern, host);
  return matchWildcard(pattern.slice(0, star), pattern.slice(star + 1), host);
}

/** A host that begins with a dot matches any name below it: the pattern's end is compared (`skip_prefix`). */
function tail(pattern: string, length: number): string {
  const cut = pattern.length - length;
  return cut > 0 && !pattern.slice(0, cut).includes('\0') ? pattern.slice(cut) : pattern;
}

function equalIgnoringCase(pattern: string, host: string): boolean {
  return !pattern.includes('\0') && asciiLower(pattern) === asciiLower(host);
}

/**
 * Where the one legal `*` stands (`valid_star`), or -1: at the start or end of the first label, that label not
 * `xn--`, letters, digits, hyphens and dots otherwise, no empty label, at least two dots. A hyphen directly before
 * the star still counts as the label's end, so that `secure-*.example.com` is no wildcard.
 */
export function starPosition(pattern: string): number {
  const labels = pattern.split('.');
  const first = labels[0] ?? '';
  const star = first.indexOf('*');
  if (star < 0 || labels.length < 3 || /^xn--/i.test(first.slice(0, star))) return -1;
  if (star !== 0 && star !== first.length - 1) return -1;
  const rest = labels.slice(1);
  if (!isFirstLabel(first, star) || !rest.every(isLabel)) return -1;
  return star;
}

function isLabel(label: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label);
}

/** What stands beside the star: after it anything that does not end in a hyphen, before it a label start. */
function isFirstLabel(label: string, star: number): boolean {
  const before = label.slice(0, star);
  const after = label.slice(star + 1);
  return (
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)?$/.test(before) &&
    /^(?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(after)
  );
}

/** `wildcard_match`. */
function matchWildcard(prefix: string, suffix: string, host: string): boolean {
  if (host.length < prefix.length + suffix.length) return false;
  const end = host.length - suffix.length;
  if (!equalIgnoringCase(prefix, host.slice(0, prefix.length))) return false;
  if (!equalIgnoringCase(suffix, host.slice(end))) return false;
  const covered = host.slice(prefix.length, end);
  const isWholeLabel = prefix.length === 0 && suffix.startsWith('.');
  if (isWholeLabel && covered.length === 0) return false;
  if (!isWholeLabel && /^xn--/i.test(host)) return false;
  return covered === '*' || /^[A-Za-z0-9-]*$/.test(covered);
}
