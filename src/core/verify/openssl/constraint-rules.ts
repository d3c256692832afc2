import type { GeneralName, NameSubtree } from '../../pki/types.ts';
import { matchDirectoryName } from '../nameConstraints/match-directory-name.ts';
import { matchDnsName } from '../nameConstraints/match-dns-name.ts';
import { matchEmail } from '../nameConstraints/match-email.ts';
import { matchIpAddress } from '../nameConstraints/match-ip-address.ts';
import {
  matchSmtpUtf8Mailbox,
  smtpUtf8Mailbox,
} from '../nameConstraints/match-smtp-utf8-mailbox.ts';
import type { ConstraintRules, SubtreeMatch } from '../nameConstraints/match-subtrees.ts';
import { matchUri } from '../nameConstraints/match-uri.ts';

/** How OpenSSL compares a name with a subtree (`v3_ncons.c: nc_match_single`); addresses and mailboxes included. */
export function opensslConstraintRules(release: '3.0' | '3.5'): ConstraintRules {
  return {
    isSameType,
    hasForbiddenRange,
    match: (name, base) => matchSingle(name, base, release),
  };
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
