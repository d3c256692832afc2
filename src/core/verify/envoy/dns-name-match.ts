import { asciiLower } from '../nameConstraints/ascii-lower.ts';

/**
 * Envoy's comparison of a wanted DNS name with a dNSName (`source/common/tls/utility.cc: dnsNameMatch`): equal without
 * regard to case, or a wildcard in the first label that stands for part of one label. The rest of the name is equal, an
 * `xn--` label is no wildcard, and `*` alone stands for anything, also for nothing.
 *
 * @param pattern the certificate's name
 */
export function dnsNameMatch(name: string, pattern: string): boolean {
  const [wanted, presented] = [asciiLower(name), asciiLower(pattern)];
  if (wanted === presented) return true;
  const [wantedDot, presentedDot] = [wanted.indexOf('.'), presented.indexOf('.')];
  if (wantedDot < 0 || presentedDot < 0) return false;
  const label = presented.slice(0, presentedDot);
  const rest = presented.slice(presentedDot);
  if (!label.includes('*') || rest.includes('*') || label.startsWith('xn--')) return false;
  return wanted.slice(wantedDot) === rest && labelMatch(wanted.slice(0, wantedDot), label);
}

/** `labelWildcardMatch`: one `*`, anywhere in the label. */
function labelMatch(label: string, pattern: string): boolean {
  if (pattern === '*') return true;
  const [before, after, ...more] = pattern.split('*');
  if (before === undefined || after === undefined || more.length > 0) return false;
  return pattern.length <= label.length + 1 && label.startsWith(before) && label.endsWith(after);
}
