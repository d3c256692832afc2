import type { Certificate } from '../../pki/types.ts';

/** Something about a certificate that a strict reader refuses or that bites later; no data plane's verdict. */
export interface LintFinding<Code extends string = string> {
  readonly code: Code;
  readonly severity: 'warning' | 'note';
  /** The rule's name in zlint (`e_…`, `w_…`) or pkilint (`pkix.…`), to look it up. */
  readonly page: string;
  /** For the wording: what was found, in words. */
  readonly params: Readonly<Record<string, string>>;
}

/** One rule: a name, and what it finds; null when there is nothing to say. */
export interface LintRule<Code extends string = string> {
  readonly code: Code;
  readonly severity: LintFinding['severity'];
  readonly page: string;
  readonly check: (certificate: Certificate) => LintFinding['params'] | null;
}

/** What a list of rules finds in a certificate, in their order. */
export function runRules<Code extends string>(
  rules: readonly LintRule<Code>[],
  certificate: Certificate,
): readonly LintFinding<Code>[] {
  return rules.flatMap(({ code, severity, page, check }) => {
    const params = check(certificate);
    return params ? [{ code, severity, page, params }] : [];
  });
}

/** The params of a rule that found some names; null when it found none. */
export function found(names: readonly string[]): { readonly found: string } | null {
  return names.length > 0 ? { found: [...new Set(names)].join(', ') } : null;
}
