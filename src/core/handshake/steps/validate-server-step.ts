import type { Evidence } from '../../model/index.ts';
import type { HostCheck, VerifyResult } from '../../verify/types.ts';
import { dnsNames, listText, shortName } from '../text/certificate-names.ts';
import { fingerprints, unknownText } from './client-steps.ts';
import { fieldList, notChecked, type StepContext, type StepDraft } from './draft.ts';
import { expiryWarnings } from './expiry.ts';
import { openEnd } from './issuers-tried.ts';
import { hostCheckItem, verifyChecks } from './verify-checks.ts';
import { verifyEvidence } from './verify-evidence.ts';
import { verifyProblems } from './verify-problems.ts';
import { verifyRule } from './verify-rules.ts';

const AFTERWARDS = 'NGINX checks the path after the handshake, then closes the connection.';
const NAME_RULE = 'OpenSSL X509_check_host as nginx calls it (flags 0); RFC 9525, section 6';

/** Step 8: the gateway checks the path, then, only on a good path, the name. */
export function validateServerStep(context: StepContext): StepDraft {
  const { facts, fields, request, serverIssuers } = context;
  const own = fieldList(fields.policy, fields.trustReference, fields.trust, fields.serverChain);
  if (facts.gatewayFailure?.role === 'trust') return trustFailure(context, own);
  const { serverCheck, hostCheck } = facts;
  if (serverCheck === null || hostCheck === null) return missing(context);
  const checks = [...verifyChecks(serverCheck), hostCheckItem(hostCheck, serverCheck.ok)];
  const common = {
    checks,
    fields: own,
    chain: fingerprints(serverCheck.path),
    issuersTried: serverIssuers,
  };
  if (serverCheck.last !== undefined) return { ...common, ...pathFailure(context, serverCheck) };
  if (!hostCheck.matches) return { ...common, ...nameFailure(context, hostCheck) };
  const expiring = expiryWarnings(serverCheck.path, request.at);
  const warnings = [...fallbackWarning(hostCheck), ...expiring];
  const top = serverCheck.path.at(-1);
  const root = top === undefined ? 'a root' : shortName(top.subject);
  const good = warnings.length > 0 ? 'warning' : 'passed';
  const by =
    hostCheck.matchedBy?.kind === 'common-name' ? 'common name matches, no SAN' : 'name matches';
  return {
    ...common,
    state: serverCheck.unproven.length > 0 ? 'not-proven' : good,
    warnings,
    summary: [`path of ${serverCheck.path.length}`, by, ...expiring].join(', '),
    explanation: `The path ends at ${root}, which the gateway trusts, and ${hostCheck.name} matches ${hostCheck.matchedBy?.value ?? ''}.`,
    rule: `RFC 5280, section 6.1; ${NAME_RULE}`,
  };
}

/** Envoy compares subject alternative names only. */
function fallbackWarning({ matchedBy }: HostCheck): readonly string[] {
  return matchedBy?.kind === 'common-name'
    ? ['no SAN: NGINX falls back to the common name, Envoy would refuse it']
    : [];
}

/** Who is trusted and who issued, when the path ends too early. */
function issuedText({ facts, serverGap }: StepContext, check: VerifyResult): string {
  const open = openEnd(check);
  if (open === null) return '';
  const trusted = listText((facts.anchors ?? []).map(({ subject }) => shortName(subject)));
  const issuer = shortName(open.issuer);
  return serverGap?.kind === 'missing-intermediate'
    ? ` The intermediate ${issuer} is missing: the backend has to present it.`
    : ` The gateway trusts ${trusted}, but ${issuer} issued this certificate.`;
}

function pathFailure(
  context: StepContext,
  check: VerifyResult,
): Pick<StepDraft, 'state' | 'summary' | 'explanation' | 'evidence' | 'rule'> {
  const { facts, fields, request } = context;
  const anchors = facts.anchors ?? [];
  const problems = verifyProblems(check);
  const evidence = verifyEvidence({
    check,
    anchors,
    verifier: 'the gateway',
    at: request.at,
    from: { anchors: fields.trust, chain: fields.serverChain },
  });
  return {
    state: 'failed',
    summary: problems.map(({ text }) => text).join('; '),
    explanation: `The gateway refuses the certificate: ${problems[0]?.text ?? ''}.${issuedText(context, check)} ${AFTERWARDS}`,
    ...(evidence && { evidence }),
    rule: verifyRule(check.last?.code ?? 0).source,
  };
}

function nameFailure(
  { facts, fields, request }: StepContext,
  check: HostCheck,
): Pick<StepDraft, 'state' | 'summary' | 'explanation' | 'evidence' | 'rule'> {
  const compared = listText(check.compared.map(({ value }) => value));
  const from = request.programmed.verifyNames[0]?.from ?? request.programmed.sni?.from;
  const leaf = facts.serverCheck?.path[0];
  const kind = leaf && dnsNames(leaf).length > 0 ? 'DNS names' : 'Common name';
  const evidence: Evidence = {
    expected: { label: 'Name the gateway checks', value: check.name, ...(from && { from }) },
    found: {
      label: `${kind} in the certificate`,
      value: compared === '' ? 'none' : compared,
      ...(fields.serverChain && { from: fields.serverChain }),
    },
  };
  return {
    state: 'failed',
    summary: `no name matches ${check.name}`,
    explanation: `The path is good, but no name in the certificate matches ${check.name}. ${AFTERWARDS}`,
    evidence,
    rule: NAME_RULE,
  };
}

function missing({ request }: StepContext): StepDraft {
  const { trust } = request.programmed;
  if (trust?.kind === 'system' && request.systemRoots === undefined)
    return notChecked(
      'the system CA list is not loaded',
      'The policy trusts the system CA list, which has not been loaded yet.',
    );
  return notChecked('nothing to check yet', unknownText(request.backend.unknowns));
}

function trustFailure({ facts }: StepContext, fields: StepDraft['fields']): StepDraft {
  const text = facts.gatewayFailure?.failure.text ?? '';
  return {
    state: 'failed',
    summary: 'nginx cannot load the trusted CA',
    explanation: `nginx refuses the whole configuration and keeps the previous one: ${text}`,
    evidence: {
      expected: { label: 'nginx loads', value: 'PEM certificates' },
      found: { label: 'nginx says', value: text },
    },
    fields: fields ?? [],
    rule: 'nginx ngx_ssl_trusted_certificate',
  };
}
