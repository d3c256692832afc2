import type { GeneralName } from '../../pki/types.ts';
import { matchDirectoryName } from '../nameConstraints/match-directory-name.ts';
import type { ConstraintRules, SubtreeMatch } from '../nameConstraints/match-subtrees.ts';
import type { BoringsslRelease } from '../types.ts';
import { matchDnsConstraint } from './match-dns-constraint.ts';
import { matchEmailConstraint } from './match-email-constraint.ts';
import { matchUriConstraint } from './match-uri-constraint.ts';

/**
 * How BoringSSL compares a name with a subtree (`v3_ncons.cc: nc_match_single`). Addresses and every other kind are
 * not supported (51); any minimum or maximum is refused (49), also a written zero. An email attribute of the subject
 * meets an excluded mailbox without regard to case.
 */
export function boringsslConstraintRules(
  release: BoringsslRelease,
  place: 'name' | 'subject-email',
): ConstraintRules {
  const match = (name: GeneralName, base: GeneralName, list: 'permitted' | 'excluded') => {
    switch (name.kind) {
      case 'directory':
        return base.kind === 'directory' ? matchDirectoryName(name.name, base.name) : unsupported;
      case 'dns':
        return matchDnsConstraint(name.value, base.value, list);
      case 'email': {
        const foldLocalPart = place === 'subject-email' && list === 'excluded';
        return matchEmailConstraint(name.value, base.value, { foldLocalPart, release });
      }
      case 'uri':
        return matchUriConstraint(name.value, base.value, release);
      case 'ip':
      case 'other':
      case 'x400':
      case 'edi':
      case 'rid':
        return unsupported;
      default:
        return name satisfies never;
    }
  };
  return {
    isSameType: (name, base) => name.kind === base.kind,
    hasForbiddenRange: ({ hasMinimum, hasMaximum }) => hasMinimum || hasMaximum,
    match,
  };
}

const unsupported: SubtreeMatch = 51;
