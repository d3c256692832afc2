import type { Finding } from '../../model/index.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import type { StepContext } from '../steps/draft.ts';
import { errorNumber, libraryName } from '../steps/error-number.ts';
import { openEnd } from '../steps/open-end.ts';
import { verifyEvidence } from '../steps/verify-evidence.ts';
import { hasCode, verifyProblems, type VerifyProblem } from '../steps/verify-problems.ts';
import { verifyRule } from '../steps/verify-rules.ts';
import { shortName, subjectText } from '../text/certificate-names.ts';
import type { ChainFindingCode } from '../wording/chain.ts';
import { makeFinding, type FindingDraft } from './draft.ts';
import { ruleSource } from './rule-source.ts';
import { trustedNames, type Side } from './side.ts';

/** Findings about paths that end too early or go through the wrong key. */
export function chainFindings(
  context: StepContext,
  side: Side,
): readonly Finding<HandshakeFindingCode>[] {
  return verifyProblems(side.check).flatMap((problem) => {
    const { category } = verifyRule(problem.event);
    const isChain = category === 'trust' || errorNumber(problem.event) === 7;
    return isChain ? [makeFinding(context, draftOf(context, side, problem))] : [];
  });
}

function draftOf(context: StepContext, side: Side, problem: VerifyProblem): FindingDraft {
  const code = codeOf(side, problem);
  const open = openEnd(side.check) ?? problem.certificate;
  const lacks = code === 'TLS-MISSING-INTERMEDIATE';
  return {
    code,
    severity: 'error',
    step: side.step,
    blame: lacks ? side.presenter : side.trust,
    key: open?.fingerprint ?? '',
    evidence: evidenceOf(context, side),
    source: ruleSource(problem.event),
    params: {
      presenter: side.presenter.label,
      trusted: trustedNames(side),
      verifier: side.verifier,
      ...libraryParams(side),
      depth: String(side.depth),
      role: side.role,
      subject: open === undefined ? 'the certificate' : subjectText(open),
      issuer: open === undefined ? 'an unknown CA' : shortName(open.issuer),
      certificate: open?.fingerprint ?? '',
      ...gapParams(side),
    },
  };
}

function codeOf(side: Side, { event }: VerifyProblem): ChainFindingCode {
  const { role, check, gap } = side;
  const number = errorNumber(event);
  if (number === 7) return 'TLS-CA-WRONG-KEY';
  if (hasCode(check, 22)) return 'TLS-CHAIN-TOO-LONG';
  if (number === 2) return 'TLS-ROOT-MISSING';
  if (gap?.kind === 'missing-intermediate') return 'TLS-MISSING-INTERMEDIATE';
  if (role === 'client') return 'TLS-CLIENT-CERT-NOT-TRUSTED';
  if (number === 18) return 'TLS-SELF-SIGNED-NOT-TRUSTED';
  return isUndecided(side) ? 'TLS-ISSUER-NOT-FOUND' : 'TLS-CA-DID-NOT-ISSUE';
}

/** A leaf alone, of an issuer that is nowhere: an intermediate may be missing as well as the right root. */
function isUndecided({ check, gap, anchors }: Side): boolean {
  const leaf = check.path[0];
  if (gap !== null || leaf === undefined || openEnd(check) !== leaf) return false;
  return anchors.every(({ subject }) => subject.canonical !== leaf.issuer.canonical);
}

/** How the library looks for issuers: OpenSSL and BoringSSL take one and stay with it, the others try all. */
function libraryParams({ check: { library } }: Side): Readonly<Record<string, string>> {
  const searches = library === 'webpki' || library === 'go';
  return {
    library: libraryName(library),
    ...(searches && { searches: 'true' }),
    ...(library === 'openssl' && { quiet: 'true' }),
  };
}

/** What a fix needs: the fingerprint of the certificate that fits, its name and where it lies. */
function gapParams({ gap }: Side): Readonly<Record<string, string>> {
  if (gap === null) return {};
  const { certificate, label, id } = gap.entry;
  return {
    found: shortName(certificate.subject),
    foundIn: label,
    foundId: id,
    issuerCertificate: certificate.fingerprint,
  };
}

function evidenceOf({ request }: StepContext, side: Side) {
  return verifyEvidence({
    check: side.check,
    anchors: side.anchors,
    verifier: side.role === 'server' ? 'the gateway' : side.verifier,
    at: request.at,
    from: { anchors: side.trust.field, chain: side.presenter.field },
  });
}
