import type { Evidence, Finding } from '../../model/index.ts';
import type { Certificate } from '../../pki/types.ts';
import type { VerifyEvent } from '../../verify/types.ts';
import { formatDate } from '../../words/index.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import type { StepContext } from '../steps/draft.ts';
import { expiringSoon, isUrgent } from '../steps/expiry.ts';
import { errorLabel, errorNumber, libraryName } from '../steps/error-number.ts';
import { verifyProblems, type VerifyProblem } from '../steps/verify-problems.ts';
import { verifyRule } from '../steps/verify-rules.ts';
import { subjectText } from '../text/certificate-names.ts';
import { formatSpan } from '../text/format-span.ts';
import type { CertificateFindingCode } from '../wording/certificate.ts';
import { makeFinding, type FindingDraft } from './draft.ts';
import { ruleSource } from './rule-source.ts';
import { holderAt, type Side } from './side.ts';

/** Findings about single certificates of a path: dates, usages, strength, constraints. */
export function certificateFindings(
  context: StepContext,
  side: Side,
): readonly Finding<HandshakeFindingCode>[] {
  const problems = verifyProblems(side.check).flatMap((problem) => {
    const code = codeOf(side, problem);
    const { certificate } = problem;
    return code === null || certificate === undefined
      ? []
      : [makeFinding(context, problemDraft(context, side, { ...problem, certificate }, code))];
  });
  const soon = expiringSoon(side.check.path, context.request.at).map((certificate) =>
    makeFinding(context, soonDraft(context, side, certificate)),
  );
  return [...problems, ...soon];
}

function codeOf({ role }: Side, { event }: VerifyProblem): CertificateFindingCode | null {
  const isLeaf = event.depth === 0;
  const { category } = verifyRule(event);
  switch (category) {
    case 'trust':
      return null;
    case 'signature':
      return errorNumber(event) === 7 ? null : 'TLS-CERT-REFUSED';
    case 'time':
      return timeCode(role, errorNumber(event), isLeaf);
    case 'purpose':
      return isLeaf ? 'TLS-CERT-PURPOSE' : 'TLS-CA-NOT-A-CA';
    case 'strength':
      return strengthCode(event);
    case 'names':
      return 'TLS-NAME-CONSTRAINTS';
    case 'extension':
    case 'other':
      return 'TLS-CERT-REFUSED';
    default:
      return category satisfies never;
  }
}

/** webpki names the algorithm of a signature; OpenSSL tells keys and digests apart. */
function strengthCode(event: VerifyEvent): CertificateFindingCode {
  const isSignature = event.library === 'webpki' || errorNumber(event) === 68;
  return isSignature ? 'TLS-WEAK-SIGNATURE' : 'TLS-WEAK-KEY';
}

function timeCode(role: Side['role'], code: number, isLeaf: boolean): CertificateFindingCode {
  if (code === 9) return 'TLS-CERT-NOT-YET-VALID';
  if (code !== 10) return 'TLS-CERT-REFUSED';
  if (role === 'server') return isLeaf ? 'TLS-SERVER-CERT-EXPIRED' : 'TLS-CA-EXPIRED';
  return isLeaf ? 'TLS-CLIENT-CERT-EXPIRED' : 'TLS-CLIENT-CA-EXPIRED';
}

function problemDraft(
  { request }: StepContext,
  side: Side,
  { event, certificate }: VerifyProblem & { certificate: Certificate },
  code: CertificateFindingCode,
): FindingDraft {
  const blame = holderAt(side, event.depth);
  const day = (errorNumber(event) === 9 ? certificate.notBefore : certificate.notAfter).epoch;
  const isServer = side.role === 'server';
  return {
    code,
    severity: 'error',
    step: side.step,
    blame,
    key: certificate.fingerprint,
    evidence: evidenceOf(side, event, certificate, request.at),
    source: ruleSource(event),
    params: {
      subject: subjectText(certificate),
      certificate: certificate.fingerprint,
      role: side.role,
      verifier: side.verifier,
      library: libraryName(event.library),
      code: errorLabel(event),
      text: event.text,
      requires: verifyRule(event).requires,
      ...(event.library === 'webpki' && { algorithms: verifyRule(event).requires }),
      use: isServer ? 'TLS servers' : 'TLS clients',
      eku: isServer ? 'serverAuth' : 'clientAuth',
      date: formatDate(day),
      days: formatSpan(day ?? request.at, request.at),
    },
  };
}

function evidenceOf(
  side: Side,
  event: VerifyProblem['event'],
  certificate: Certificate,
  at: number,
): Evidence {
  const { field } = holderAt(side, event.depth);
  const from = field && { from: field };
  const number = errorNumber(event);
  if (number !== 9 && number !== 10)
    return {
      expected: {
        label: `${libraryName(event.library)} asks for`,
        value: verifyRule(event).requires,
      },
      found: { label: subjectText(certificate), value: event.text, ...from },
    };
  const ended = number === 10;
  const day = (ended ? certificate.notAfter : certificate.notBefore).epoch;
  return {
    expected: { label: 'As of', value: formatDate(at) },
    found: {
      label: ended ? 'Valid to' : 'Valid from',
      value: formatDate(day),
      detail: subjectText(certificate),
      ...from,
    },
  };
}

function soonDraft({ request }: StepContext, side: Side, certificate: Certificate): FindingDraft {
  const depth = side.check.path.indexOf(certificate);
  const end = certificate.notAfter.epoch ?? request.at;
  return {
    code: isUrgent(certificate, request.at)
      ? 'TLS-CERT-EXPIRES-THIS-WEEK'
      : 'TLS-CERT-EXPIRES-SOON',
    severity: 'warning',
    step: side.step,
    blame: holderAt(side, depth),
    key: certificate.fingerprint,
    params: {
      subject: subjectText(certificate),
      certificate: certificate.fingerprint,
      role: side.role,
      date: formatDate(end),
      days: formatSpan(request.at, end),
    },
  };
}
