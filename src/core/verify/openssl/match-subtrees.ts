import type { CertificateExtensions, GeneralName, NameSubtree } from '../../pki/types.ts';
import { matchDirectoryName, type SubtreeMatch } from '../nameConstraints/match-directory-name.ts';
import { matchDnsName } from '../nameConstraints/match-dns-name.ts';
import { matchEmail } from '../nameConstraints/match-email.ts';
import { matchIpAddress } from '../nameConstraints/match-ip-address.ts';
import {
  matchSmtpUtf8Mailbox,
  smtpUtf8Mailbox,
} from '../nameConstraints/match-smtp-utf8-mailbox.ts';
import { matchUri } from '../nameConstraints/match-uri.ts';

type NameConstraints = NonNullable<CertificateExtensions['nameConstraints']>;

/** 0 = allowed; otherwise the error number. */
export type ConstraintError = SubtreeMatch | 48 | 49;

/**
 * One name against permitted and excluded subtrees (`v3_ncons.c: nc_match`): of its type one permitted must hold
 * it → 47, no excluded may → 48. A minimum or maximum → 49; any other error ends it at once.
 */
export function matchSubtrees(
  name: GeneralName,
  { permitted, excluded }: NameConstraints,
  release: '3.0' | '3.5',
): ConstraintError {
  let inside: 'no-rule' | 'no' | 'yes' = 'no-rule';
  for (const subtree of permitted) {
    if (!isSameType(name, subtree.base)) continue;
    if (hasForbiddenRange(subtree)) return 49;
    if (inside === 'yes') continue;
    const match = matchSingle(name, subtree.base, release);
    if (match !== 0 && match !== 47) return match;
    inside = match === 0 ? 'yes' : 'no';
  }
  if (inside === 'no') return 47;
  for (const subtree of excluded) {
    if (!isSameType(name, subtree.base)) continue;
    if (hasForbiddenRange(subtree)) return 49;
    const match = matchSingle(name, subtree.base, release);
    if (match === 0) return 48;
    if (match !== 47) return match;
  }
  return 0;
}

function hasForbiddenRange({ hasMaximum, minimumIsZero }: NameSubtree): boolean {
  return hasMaximum || !minimumIsZero;
}

function isSameType(name: GeneralName, base: GeneralName): boolean {
  if (name.kind !== 'other') return name.kind === base.kind;
  if (name.oid === smtpUtf8Mailbox) return base.kind === 'email';
  return base.kind === 'other' && base.oid === name.oid;
}

function matchSingle(name: GeneralName, base: GeneralName, release: '3.0' | '3.5'): SubtreeMatch {
  switch (name.kind) {
    case 'directory':
      return base.kind === 'directory' ? matchDirectoryName(name.name, base.name) : 51;
    case 'dns':
      return matchDnsName(name.value, base.value);
    case 'email':
      return matchEmail(name.value, base.value);
    case 'uri':
      return matchUri(name.value, base.value, release);
    case 'ip':
      return matchIpAddress(name.raw, base.raw);
    case 'other':
      return name.oid === smtpUtf8Mailbox ? matchSmtpUtf8Mailbox(name.raw, base.value) : 51;
    case 'x400':
    case 'edi':
    case 'rid':
      return 51;
    default:
      return name satisfies never;
  }
}
