import type { VerifyEvent, VerifyResult } from '../../verify/types.ts';
import { isTolerated } from '../exchange/conclude-exchange.ts';
import type { BackendFailure } from '../exchange/sides.ts';
import { backendWords, refusalEvidence, refusalText } from './backend-words.ts';
import { fingerprints, NOT_ASKED, ruleOf, unknownText } from './client-steps.ts';
import { fieldList, notApplicable, notChecked, type StepContext, type StepDraft } from './draft.ts';
import { expiryWarnings, pathSummary } from './expiry.ts';
import { verifyChecks } from './verify-checks.ts';
import { verifyEvidence } from './verify-evidence.ts';
import { verifyProblems } from './verify-problems.ts';
import { verifyRule } from './verify-rules.ts';

/** Step 6: the backend checks the gateway's chain; no name is compared. */
export function validateClientStep(context: StepContext): StepDraft {
  const { facts, fields, request } = context;
  if (facts.backendFailure?.role === 'trust') return trustFailure(context, facts.backendFailure);
  const block = facts.server?.block;
  if (block === undefined)
    return notChecked(
      'not known what it is checked against',
      unknownText(request.backend.unknowns),
    );
  if (block.verifyClient === 'off') return notApplicable('nothing to validate', NOT_ASKED);
  if (facts.clientChain.length === 0)
    return notApplicable('nothing to validate', 'No client certificate is presented.');
  const check = facts.clientCheck;
  if (check === null) return notChecked('the client CA is not known', whyUnknown(context));
  return {
    chain: fingerprints(check.path),
    checks: verifyChecks(check),
    issuersTried: context.clientIssuers,
    fields: fieldList(fields.clientCa, fields.verifyClient, fields.clientChain),
    ...(check.last === undefined ? accepted(context, check) : refused(context, check, check.last)),
  };
}

type Judgement = Pick<
  StepDraft,
  'state' | 'summary' | 'explanation' | 'evidence' | 'rule' | 'warnings'
>;

function accepted({ backendName, request }: StepContext, check: VerifyResult): Judgement {
  const warnings = expiryWarnings(check.path, request.at);
  const good = warnings.length > 0 ? 'warning' : 'passed';
  return {
    state: check.unproven.length > 0 ? 'not-proven' : good,
    warnings,
    summary: [pathSummary(check.path), ...warnings].join(', '),
    explanation: `${backendName} finds a path to a CA that it trusts. No name is compared.`,
    rule: ruleOf(request, 'RFC 5280, section 6.1', 'ssl_client_certificate'),
  };
}

function refused(context: StepContext, check: VerifyResult, event: VerifyEvent): Judgement {
  const { facts, fields, backendName, request } = context;
  const evidence = verifyEvidence({
    check,
    anchors: facts.server?.clientAnchors ?? [],
    verifier: backendName,
    at: request.at,
    from: { anchors: fields.clientCa, chain: fields.clientChain },
  });
  const summary = verifyProblems(check)
    .map(({ text }) => text)
    .join('; ');
  const common = { rule: verifyRule(event).source, ...(evidence && { evidence }) };
  if (facts.server?.block.verifyClient === 'optional_no_ca' && isTolerated(event.code))
    return {
      ...common,
      state: 'warning',
      summary: `accepted although ${summary}`,
      explanation:
        'ssl_verify_client optional_no_ca lets a certificate pass that no trusted CA issued.',
      warnings: [`client certificate accepted although ${summary}`],
    };
  const remark = facts.server?.remarks.clientCa;
  const passedOver = remark === undefined ? '' : ` ${remark}`;
  const explanation = `${backendName} refuses the certificate: ${summary}.${passedOver}`;
  return { ...common, state: 'failed', summary, explanation };
}

function whyUnknown({ facts, request }: StepContext): string {
  return facts.server?.remarks.clientCa ?? unknownText(request.backend.unknowns);
}

function trustFailure({ fields, backendName }: StepContext, failure: BackendFailure): StepDraft {
  const { process, trustRule } = backendWords(failure.loader);
  return {
    state: 'failed',
    summary: `${process ?? 'the backend'} cannot load the client CA`,
    explanation: refusalText(failure, backendName),
    evidence: refusalEvidence(failure, 'PEM certificates', fields.clientCa),
    fields: fieldList(fields.clientCa, fields.verifyClient),
    rule: trustRule,
  };
}
