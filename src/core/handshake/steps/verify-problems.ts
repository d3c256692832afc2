import type { Certificate } from '../../pki/types.ts';
import type { VerifyEvent, VerifyResult } from '../../verify/types.ts';
import { formatDate } from '../../words/index.ts';
import { shortName, subjectText } from '../text/certificate-names.ts';
import { errorNumber } from './error-number.ts';
import { reportedEvent } from './reported-event.ts';
import { verifyRule } from './verify-rules.ts';

/** One thing wrong with a chain: the last event of its kind, with the certificate that it is about. */
export interface VerifyProblem {
  readonly event: VerifyEvent;
  readonly certificate: Certificate | undefined;
  /** For a summary line: `CN=gateway expired 10 Sep 2026`. */
  readonly text: string;
}

/**
 * The events of one verification as distinct problems, the reported one first: trust events of one verification are
 * one problem (20 and 21 come together), so are the two that a CA without the CA flag raises (79 and 26).
 */
export function verifyProblems(check: VerifyResult): readonly VerifyProblem[] {
  const kept = new Map<string, VerifyEvent>();
  for (const event of check.events) kept.set(problemKey(event), event);
  const ordered = [...kept.values()].sort((one, other) => rank(one, check) - rank(other, check));
  return ordered.map((event) => {
    const certificate = check.path[event.depth];
    return { event, certificate, text: problemText(event, check) };
  });
}

function problemKey(event: VerifyEvent): string {
  const { category } = verifyRule(event);
  return category === 'trust' ? 'trust' : `${category} ${event.depth}`;
}

/** The reported error, then its own kind, then the rest from the leaf up. */
function rank(event: VerifyEvent, check: VerifyResult): number {
  const reported = reportedEvent(check);
  const sameKind =
    reported !== undefined && verifyRule(event).category === verifyRule(reported).category;
  return (sameKind ? 0 : 100) + event.depth;
}

function problemText(event: VerifyEvent, check: VerifyResult): string {
  const certificate = check.path[event.depth];
  switch (errorNumber(event)) {
    case 9:
      return `${holder(event, check)} is not valid before ${formatDate(certificate?.notBefore.epoch ?? null)}`;
    case 10:
      return `${holder(event, check)} expired ${formatDate(certificate?.notAfter.epoch ?? null)}`;
    case 18:
      return 'self-signed, and not among the trusted certificates';
    case 2:
      return 'the trusted CA is no root, and its issuer is missing';
    case 19:
    case 20:
    case 21:
      return hasCode(check, 22)
        ? 'more intermediates than the verify depth allows'
        : 'no trusted issuer found';
    default:
      return event.depth === 0 ? event.text : `${event.text} (${holder(event, check)})`;
  }
}

/** `CN=gateway` for the leaf, `its CA` for the top of a finished path, an intermediate by name. */
function holder({ depth }: VerifyEvent, { path }: VerifyResult): string {
  const certificate = path[depth];
  if (certificate === undefined) return 'a certificate';
  if (depth === 0) return subjectText(certificate);
  return depth === path.length - 1 ? 'its CA' : shortName(certificate.subject);
}

/** Whether an error, by OpenSSL's number for it, was raised at all, reported or not. */
export function hasCode(check: VerifyResult, code: number): boolean {
  return check.events.some((event) => errorNumber(event) === code);
}
