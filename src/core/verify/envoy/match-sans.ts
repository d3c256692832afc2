import type { Certificate, GeneralName } from '../../pki/types.ts';
import { asciiLower } from '../nameConstraints/ascii-lower.ts';
import { dnsNameMatch } from './dns-name-match.ts';
import type { SanMatcher } from './san-matcher.ts';
import { sanText } from './san-text.ts';

/** The matcher and the alternative name that fitted. */
export interface SanMatch {
  readonly matcher: SanMatcher;
  readonly san: GeneralName;
}

/**
 * The first matcher that fits any alternative name (`default_validator.cc: matchSubjectAltName`), matchers in their
 * order. `null` when none does; a certificate without alternative names never fits, its common name is not looked at.
 */
export function matchSans(
  { extensions }: Certificate,
  matchers: readonly SanMatcher[],
): SanMatch | null {
  for (const matcher of matchers) {
    const san = extensions.subjectAltNames?.find((name) => fits(matcher, name));
    if (san) return { matcher, san };
  }
  return null;
}

/**
 * `verifySubjectAltName`, for a `verify_subject_alt_name` list set by a filter (a dynamic forward proxy): any kind of
 * alternative name by its text, DNS names as `dnsNameMatch`.
 */
export function matchesSanList({ extensions }: Certificate, wanted: readonly string[]): boolean {
  return (extensions.subjectAltNames ?? []).some((name) => {
    const text = sanText(name);
    return wanted.some((one) => (name.kind === 'dns' ? dnsNameMatch(one, text) : one === text));
  });
}

/** `san_matcher.cc: StringSanMatcher::match`. */
function fits(matcher: SanMatcher, name: GeneralName): boolean {
  if (name.kind !== matcher.san) return false;
  const text = sanText(name);
  if (matcher.san === 'dns' && matcher.match === 'exact') return dnsNameMatch(matcher.value, text);
  return matchText(matcher, text);
}

function matchText({ match, value, ignoreCase }: SanMatcher, text: string): boolean {
  const fold = ignoreCase === true ? asciiLower : (plain: string) => plain;
  const [subject, wanted] = [fold(text), fold(value)];
  switch (match) {
    case 'exact':
      return subject === wanted;
    case 'prefix':
      return subject.startsWith(wanted);
    case 'suffix':
      return subject.endsWith(wanted);
    case 'contains':
      return subject.includes(wanted);
    case 'regex':
      return matchesWhole(value, text);
    default:
      return match satisfies never;
  }
}

/** RE2 matches the whole text; a pattern that JavaScript cannot read fits nothing. */
function matchesWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return false;
  }
}
