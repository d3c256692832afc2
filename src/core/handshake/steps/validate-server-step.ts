import { shortName } from '../text/certificate-names.ts';
import { fingerprints, unknownText } from './client-steps.ts';
import { dataPlaneWords } from './data-plane-words.ts';
import { fieldList, notChecked, type StepContext, type StepDraft } from './draft.ts';
import { expiryWarnings } from './expiry.ts';
import { reportedEvent } from './reported-event.ts';
import {
  curveFailure,
  keyUsageFailure,
  nameFailure,
  pathFailure,
  trustFailure,
  unloadableFailure,
} from './server-failures.ts';
import { hostCheckItem, verifyChecks } from './verify-checks.ts';

type Check = NonNullable<StepContext['facts']['serverCheck']>;

/** Step 8: the gateway checks the path, then, only on a good path, the name; BoringSSL looks at the key before or after. */
export function validateServerStep(context: StepContext): StepDraft {
  const { facts, fields, serverIssuers } = context;
  const own = fieldList(fields.policy, fields.trustReference, fields.trust, fields.serverChain);
  if (facts.gatewayFailure?.role === 'trust') return trustFailure(context, own);
  const { serverCheck, hostCheck, request } = facts;
  const refused = keyRefused(context);
  if (request.gateway.scheme === 'https' && !request.gateway.verify)
    return { fields: own, ...(refused ?? unverified(context)) };
  const asksForName = facts.engine.id === 'nginx' || (request.gateway.matchers ?? []).length > 0;
  if (serverCheck === null || (hostCheck === null && asksForName)) return missing(context);
  const words = dataPlaneWords(facts.engine);
  const checks = [
    ...verifyChecks(serverCheck),
    ...(hostCheck ? [hostCheckItem(hostCheck, serverCheck.ok ? undefined : words.nameOrder)] : []),
  ];
  const common = {
    checks,
    fields: own,
    chain: fingerprints(serverCheck.path),
    issuersTried: serverIssuers,
  };
  return { ...common, ...(refused ?? judgement(context, serverCheck)) };
}

type Judgement = Omit<StepDraft, 'checks' | 'fields' | 'chain' | 'issuersTried'>;

function judgement(context: StepContext, check: Check): Judgement {
  const { hostCheck } = context.facts;
  const event = reportedEvent(check);
  if (check.unloadable?.[0]) return unloadableFailure(context, check.unloadable[0]);
  if (event !== undefined) return pathFailure(context, check, event);
  if (hostCheck?.matches === false) return nameFailure(context, hostCheck);
  return accepted(context, check);
}

/** What BoringSSL says about the leaf's key beside its path: only when that is what ends the handshake. */
function keyRefused(context: StepContext): Judgement | null {
  switch (context.result.end) {
    case 'server-curve':
      return curveFailure(context);
    case 'server-key-usage':
      return keyUsageFailure(context);
    default:
      return null;
  }
}

function accepted({ facts, request }: StepContext, check: Check): Judgement {
  const { hostCheck } = facts;
  const words = dataPlaneWords(facts.engine);
  const expiring = expiryWarnings(check.path, request.at);
  const warnings = [...nameWarnings(hostCheck), ...expiring];
  const top = check.path.at(-1);
  const root = top === undefined ? 'a root' : shortName(top.subject);
  const good = warnings.length > 0 ? 'warning' : 'passed';
  const named =
    hostCheck === null
      ? 'no name is checked'
      : `${hostCheck.name} matches ${hostCheck.matchedBy?.value ?? ''}`;
  return {
    state: check.unproven.length > 0 ? 'not-proven' : good,
    warnings,
    summary: [`path of ${check.path.length}`, nameSummary(hostCheck), ...expiring].join(', '),
    explanation: `The path ends at ${root}, which the gateway trusts, and ${named}.`,
    rule: `RFC 5280, section 6.1; ${words.nameRule}`,
  };
}

function nameSummary(check: StepContext['facts']['hostCheck']): string {
  if (check === null) return 'no name is checked';
  return check.matchedBy?.kind === 'common-name' ? 'common name matches, no SAN' : 'name matches';
}

/** Envoy and agentgateway compare subject alternative names only, and none when they are not told to. */
function nameWarnings(check: StepContext['facts']['hostCheck']): readonly string[] {
  if (check === null)
    return ['no name is checked: any certificate below the trusted CA is accepted'];
  return check.matchedBy?.kind === 'common-name'
    ? ['no SAN: NGINX falls back to the common name, Envoy would refuse it']
    : [];
}

/** The gateway takes any certificate. */
function unverified({ request, facts }: StepContext): Judgement {
  const { trust } = request.programmed;
  const why = trust?.kind === 'none' ? trust.reason : 'verification is off';
  const { name } = dataPlaneWords(facts.engine);
  return {
    state: 'warning',
    summary: `any certificate is accepted: ${why}`,
    explanation: `${name} does not verify the certificate of the backend, because ${why}. Whoever answers on the port can read the request.`,
    warnings: [`the certificate of the backend is not verified: ${why}`],
    rule: 'GEP-1897: validation of the backend is what a BackendTLSPolicy is for',
  };
}

function missing({ request }: StepContext): StepDraft {
  const { trust } = request.programmed;
  if (trust?.kind === 'system' && request.systemRoots === undefined)
    return notChecked(
      'the system CA list is not loaded',
      'The policy trusts the system CA list, which has not been loaded yet.',
    );
  if (trust?.kind === 'file')
    return notChecked(
      `what ${trust.path} in the proxy holds is not known`,
      `The trusted CA is the file ${trust.path} inside the proxy, which no manifest shows.`,
    );
  return notChecked('nothing to check yet', unknownText(request.backend.unknowns));
}
