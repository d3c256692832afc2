import type { CertificateExtensions, GeneralName, NameSubtree } from '../../pki/types.ts';

export type NameConstraints = NonNullable<CertificateExtensions['nameConstraints']>;

/** 0 = inside the subtree, otherwise an error number; 47 means "outside". */
export type SubtreeMatch = 0 | 1 | 47 | 51 | 52 | 53;

/** 0 = allowed; otherwise the error number. */
export type ConstraintError = SubtreeMatch | 48 | 49;

/** Where OpenSSL and BoringSSL differ in comparing one name with one subtree. */
export interface ConstraintRules {
  readonly isSameType: (name: GeneralName, base: GeneralName) => boolean;
  /** A minimum or maximum that is not supported → 49. */
  readonly hasForbiddenRange: (subtree: NameSubtree) => boolean;
  readonly match: (
    name: GeneralName,
    base: GeneralName,
    list: 'permitted' | 'excluded',
  ) => SubtreeMatch;
}

/**
 * One name against permitted and excluded subtrees (`v3_ncons.c: nc_match`): of its type one permitted must hold
 * it → 47, no excluded may → 48. A minimum or maximum → 49; any other error ends it at once.
 */
export function matchSubtrees(
  name: GeneralName,
  { permitted, excluded }: NameConstraints,
  rules: ConstraintRules,
): ConstraintError {
  let inside: 'no-rule' | 'no' | 'yes' = 'no-rule';
  for (const subtree of permitted) {
    if (!rules.isSameType(name, subtree.base)) continue;
    if (rules.hasForbiddenRange(subtree)) return 49;
    if (inside === 'yes') continue;
    const match = rules.match(name, subtree.base, 'permitted');
    if (match !== 0 && match !== 47) return match;
    inside = match === 0 ? 'yes' : 'no';
  }
  if (inside === 'no') return 47;
  for (const subtree of excluded) {
    if (!rules.isSameType(name, subtree.base)) continue;
    if (rules.hasForbiddenRange(subtree)) return 49;
    const match = rules.match(name, subtree.base, 'excluded');
    if (match === 0) return 48;
    if (match !== 47) return match;
  }
  return 0;
}
