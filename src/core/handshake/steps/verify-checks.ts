import type { HostCheck, VerifyResult } from '../../verify/types.ts';
import { listText } from '../text/certificate-names.ts';
import type { StepCheck } from '../types.ts';
import { verifyProblems } from './verify-problems.ts';
import { verifyRule, type VerifyCategory } from './verify-rules.ts';

const TITLES: readonly (readonly [VerifyCategory, string, string])[] = [
  ['trust', 'Path to a trusted root', 'every issuer was found'],
  ['signature', 'Signatures', 'verified with the keys of the issuers'],
  ['time', 'Validity', 'certificates are in their validity period'],
  ['purpose', 'Purpose and CA flags', 'usages and CA flags allow it'],
  ['extension', 'Critical extensions', 'all are understood'],
  ['strength', 'Strength', 'keys and digests reach security level 2'],
  ['names', 'Name constraints', 'no name is excluded'],
];

/** The checks of one chain verification, each with its result; what cannot be checked here is not proven. */
export function verifyChecks(check: VerifyResult): readonly StepCheck[] {
  const problems = verifyProblems(check);
  const isOpen = problems.some(({ event }) => verifyRule(event.code).category === 'trust');
  const checks = TITLES.map(([category, title, good]): StepCheck => {
    const own = problems.filter(({ event }) => verifyRule(event.code).category === category);
    if (own.length > 0) {
      const detail = own.map(({ event, text }) => `${text} (error ${event.code})`).join('; ');
      return { title, state: 'failed', detail };
    }
    if (category === 'signature' && check.unproven.length > 0)
      return { title, state: 'not-proven', detail: 'an algorithm cannot be checked here' };
    if (!isOpen) return { title, state: 'passed', detail: good };
    return category === 'signature' && check.path.length === 1
      ? { title, state: 'not-checked', detail: 'there is no issuer to verify it with' }
      : { title, state: 'passed', detail: `${good}, as far as the path goes` };
  });
  const other = problems.filter(({ event }) => verifyRule(event.code).category === 'other');
  return [
    ...checks,
    ...other.map(({ text }) => ({ title: 'OpenSSL', state: 'failed' as const, detail: text })),
  ];
}

/** The name check that nginx makes after a good chain. */
export function hostCheckItem(check: HostCheck, chainIsGood: boolean): StepCheck {
  const title = 'Name';
  if (check.matchedBy?.kind === 'dns-san')
    return {
      title,
      state: 'passed',
      detail: `${check.name} matches DNS name ${check.matchedBy.value}`,
    };
  if (check.matchedBy)
    return {
      title,
      state: 'warning',
      detail: `${check.name} matches the common name only; there is no DNS name to compare`,
    };
  const compared = listText(check.compared.map(({ value }) => value));
  const found = compared === '' ? 'the certificate has no name to compare' : `found ${compared}`;
  const order = chainIsGood ? '' : '; NGINX compares names only after a good path';
  return { title, state: 'failed', detail: `${check.name} does not match, ${found}${order}` };
}
