import type { HostCheck, VerifyResult } from '../../verify/types.ts';
import type { StepCheck } from '../types.ts';
import { errorLabel, libraryName } from './error-number.ts';
import { verifyProblems } from './verify-problems.ts';
import { verifyRule, type VerifyCategory } from './verify-rules.ts';
import { joined } from '../../words/index.ts';

const TITLES: readonly (readonly [VerifyCategory, string, string])[] = [
  ['trust', 'Path to a trusted root', 'every issuer was found'],
  ['signature', 'Signatures', 'verified with the keys of the issuers'],
  ['time', 'Validity', 'certificates are in their validity period'],
  ['purpose', 'Purpose and CA flags', 'usages and CA flags allow it'],
  ['extension', 'Critical extensions', 'all are understood'],
  ['strength', 'Strength', ''],
  ['names', 'Name constraints', 'no name is excluded'],
];

/** What each library asks of keys and digests. */
const STRENGTH = {
  openssl: 'keys and digests reach security level 2',
  boringssl: 'no key size is asked for, and no digest is MD5',
  webpki: 'RSA from 2048 bits, EC or Ed25519 keys, SHA-256 or better',
  go: 'no digest is MD5 or SHA-1',
} as const satisfies Readonly<Record<VerifyResult['library'], string>>;

/** The checks of one chain verification, each with its result; what cannot be checked here is not proven. */
export function verifyChecks(check: VerifyResult): readonly StepCheck[] {
  const problems = verifyProblems(check);
  const isOpen = problems.some(({ event }) => verifyRule(event).category === 'trust');
  const checks = TITLES.map(([category, title, done]): StepCheck => {
    const good = category === 'strength' ? STRENGTH[check.library] : done;
    const own = problems.filter(({ event }) => verifyRule(event).category === category);
    if (own.length > 0) {
      const detail = own.map(({ event, text }) => `${text} (${errorLabel(event)})`).join('; ');
      return { title, state: 'failed', detail };
    }
    if (category === 'signature' && check.unproven.length > 0)
      return { title, state: 'not-proven', detail: 'an algorithm cannot be checked here' };
    if (!isOpen) return { title, state: 'passed', detail: good };
    return category === 'signature' && check.path.length === 1
      ? { title, state: 'not-checked', detail: 'there is no issuer to verify it with' }
      : { title, state: 'passed', detail: `${good}, as far as the path goes` };
  });
  const other = problems.filter(({ event }) => verifyRule(event).category === 'other');
  return [
    ...checks,
    ...other.map(({ text }) => ({
      title: libraryName(check.library),
      state: 'failed' as const,
      detail: text,
    })),
  ];
}

const NAME_KINDS = {
  'dns-san': 'DNS name',
  'uri-san': 'URI',
  'email-san': 'e-mail address',
  'ip-san': 'IP address',
} as const;

/**
 * The name check, which every data plane makes after a good chain.
 *
 * @param tooEarly said behind a mismatch when the chain is bad, so that names were not compared at all
 */
export function hostCheckItem(check: HostCheck, tooEarly: string | undefined): StepCheck {
  const title = 'Name';
  const { matchedBy } = check;
  if (matchedBy !== undefined && matchedBy.kind !== 'common-name')
    return {
      title,
      state: 'passed',
      detail: `${check.name} matches ${NAME_KINDS[matchedBy.kind]} ${matchedBy.value}`,
    };
  if (matchedBy)
    return {
      title,
      state: 'warning',
      detail: `${check.name} matches the common name only; there is no DNS name to compare`,
    };
  const compared = joined(check.compared.map(({ value }) => value));
  const found = compared === '' ? 'the certificate has no name to compare' : `found ${compared}`;
  const order = tooEarly === undefined ? '' : `; ${tooEarly}`;
  return { title, state: 'failed', detail: `${check.name} does not match, ${found}${order}` };
}
