import type { Evidence } from '../../model/index.ts';
import { curveOf } from '../../tls/signature-schemes.ts';
import type {
  HostCheck,
  UnloadableCertificate,
  VerifyEvent,
  VerifyResult,
} from '../../verify/types.ts';
import { signingRefusal } from '../../verify/boringssl/signing-usage.ts';
import { dnsNames, shortName, subjectText } from '../text/certificate-names.ts';
import { dataPlaneWords } from './data-plane-words.ts';
import type { StepContext, StepDraft } from './draft.ts';
import { openEnd } from './open-end.ts';
import { verifyEvidence } from './verify-evidence.ts';
import { verifyProblems } from './verify-problems.ts';
import { verifyRule } from './verify-rules.ts';
import { joined } from '../../words/index.ts';

type Failure = Pick<StepDraft, 'state' | 'summary' | 'explanation' | 'evidence' | 'rule'>;

/** The path to a trusted root fails. */
export function pathFailure(
  context: StepContext,
  check: VerifyResult,
  event: VerifyEvent,
): Failure {
  const { facts, fields, request } = context;
  const problems = verifyProblems(check);
  const evidence = verifyEvidence({
    check,
    anchors: facts.anchors ?? [],
    verifier: 'the gateway',
    at: request.at,
    from: { anchors: fields.trust, chain: fields.serverChain },
  });
  return {
    state: 'failed',
    summary: problems.map(({ text }) => text).join('; '),
    explanation: `The gateway refuses the certificate: ${problems[0]?.text ?? ''}.${issuedText(context, check)} ${dataPlaneWords(facts.engine).afterwards}`,
    ...(evidence && { evidence }),
    rule: verifyRule(event).source,
  };
}

/** Who is trusted and who issued, when the path ends too early. */
function issuedText({ facts, serverGap }: StepContext, check: VerifyResult): string {
  const open = openEnd(check);
  if (open === null) return '';
  const trusted = joined((facts.anchors ?? []).map(({ subject }) => shortName(subject)));
  const issuer = shortName(open.issuer);
  return serverGap?.kind === 'missing-intermediate'
    ? ` The intermediate ${issuer} is missing: the backend has to present it.`
    : ` The gateway trusts ${trusted === '' ? 'nothing' : trusted}, but ${issuer} issued this certificate.`;
}

/** The path is good and no name fits. */
export function nameFailure({ facts, fields, request }: StepContext, check: HostCheck): Failure {
  const words = dataPlaneWords(facts.engine);
  const compared = joined(check.compared.map(({ value }) => value));
  const { sanMatchers = [], verifyNames, sni } = request.programmed;
  const from = sanMatchers[0]?.from ?? verifyNames[0]?.from ?? sni?.from;
  const evidence: Evidence = {
    expected: { label: 'Name the gateway checks', value: check.name, ...(from && { from }) },
    found: {
      label: `${kindOfNames(facts)} in the certificate`,
      value: compared === '' ? 'none' : compared,
      ...(fields.serverChain && { from: fields.serverChain }),
    },
  };
  return {
    state: 'failed',
    summary: `no name matches ${check.name}`,
    explanation: `The path is good, but no name in the certificate matches ${check.name}. ${words.afterwards}`,
    evidence,
    rule: words.nameRule,
  };
}

/** Only nginx falls back to the common name. */
function kindOfNames({ engine, serverCheck }: StepContext['facts']): string {
  if (engine.id !== 'nginx') return 'Subject alternative names';
  const leaf = serverCheck?.path[0];
  return leaf && dnsNames(leaf).length > 0 ? 'DNS names' : 'Common name';
}

/** The library does not even load a certificate of the chain. */
export function unloadableFailure(
  { facts }: StepContext,
  { certificate, reason }: UnloadableCertificate,
): Failure {
  const { name, afterwards } = dataPlaneWords(facts.engine);
  return {
    state: 'failed',
    summary: `${subjectText(certificate)} cannot be read: ${reason}`,
    explanation: `${name} does not load the certificate: ${reason}. ${afterwards}`,
    evidence: {
      expected: { label: `${name} loads`, value: 'a certificate in strict DER' },
      found: { label: subjectText(certificate), value: reason },
    },
    rule: 'RFC 5280, section 4.1',
  };
}

/** BoringSSL takes an EC leaf in TLS 1.2 only on a curve that Envoy offers as a group. */
export function curveFailure({ facts, fields }: StepContext): Failure {
  const key = facts.server?.pair?.chain[0]?.publicKey;
  const curve = (key && curveOf(key)) ?? 'this curve';
  const offered = joined(facts.offer.groups);
  return {
    state: 'failed',
    summary: `the key of the certificate is on ${curve}, which Envoy does not offer`,
    explanation: `In TLS 1.2 Envoy takes an EC certificate only on a curve among those that it offers: ${offered}. It sends the alert illegal_parameter.`,
    evidence: {
      expected: { label: 'Envoy offers', value: offered },
      found: {
        label: 'Key of the certificate',
        value: curve,
        ...(fields.serverChain && { from: fields.serverChain }),
      },
    },
    rule: 'RFC 8422, section 5.1; BoringSSL ssl_check_leaf_certificate',
  };
}

/** BoringSSL uses a key for signatures only when its key usage, if there is one, allows it. */
export function keyUsageFailure({ facts, fields }: StepContext): Failure {
  const leaf = facts.server?.pair?.chain[0];
  const usages = leaf?.extensions.keyUsage ?? [];
  const isUnreadable = leaf !== undefined && signingRefusal(leaf) === 'CANNOT_PARSE_LEAF_CERT';
  const what = isUnreadable ? 'it cannot be read' : 'digitalSignature is not in it';
  return {
    state: 'failed',
    summary: isUnreadable ? 'the key usage cannot be read' : 'the key usage lacks digitalSignature',
    explanation: `Envoy uses the key of the backend to verify a signature. The certificate has a key usage extension, and ${what}.`,
    evidence: {
      expected: { label: 'BoringSSL asks for', value: 'digitalSignature' },
      found: {
        label: 'Key usage',
        value: isUnreadable ? 'no sound BIT STRING' : usages.length === 0 ? 'none' : joined(usages),
        ...(fields.serverChain && { from: fields.serverChain }),
      },
    },
    rule: 'RFC 8446, section 4.4.2.2; BoringSSL ssl_cert_check_key_usage',
  };
}

/** The data plane does not take the bundle. */
export function trustFailure({ facts }: StepContext, fields: StepDraft['fields']): StepDraft {
  const text = facts.gatewayFailure?.failure.text ?? '';
  const words = dataPlaneWords(facts.engine);
  return {
    state: 'failed',
    summary: `${words.process} cannot load the trusted CA`,
    explanation: `${words.refusesFiles}: ${text}`,
    evidence: {
      expected: { label: `${words.process} loads`, value: 'PEM certificates' },
      found: { label: `${words.process} says`, value: text },
    },
    fields: fields ?? [],
    rule: words.trustRule,
  };
}
