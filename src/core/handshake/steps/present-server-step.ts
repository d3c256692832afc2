import type { FieldRef } from '../../model/index.ts';
import { loaderOf } from '../exchange/loaders/loader-for.ts';
import type { BackendFailure } from '../exchange/sides.ts';
import { dnsNames, subjectText } from '../text/certificate-names.ts';
import { backendWords, refusalEvidence, refusalText } from './backend-words.ts';
import { fieldList, notChecked, type StepContext, type StepDraft } from './draft.ts';
import { serverKeyProblem } from '../server-key-problem.ts';
import { fingerprints, KEY_NOT_PROVEN, KEY_PROVEN, unknownText } from './client-steps.ts';
import { keyOfHost, serverKeyElsewhere } from './key-elsewhere.ts';
import { joined } from '../../words/index.ts';

/** Step 7: the backend shows its certificate and proves the key with a signature. */
export function presentServerStep(context: StepContext): StepDraft {
  const { facts, fields, request } = context;
  const own = fieldList(fields.serverChain, fields.serverKey, context.server?.fields.server);
  if (facts.backendFailure?.role === 'pair') return pairFailure(context, own, facts.backendFailure);
  const pair = facts.server?.pair;
  const leaf = pair?.chain[0];
  if (!pair || leaf === undefined)
    return notChecked(
      'not known what the backend presents',
      facts.server?.remarks.pair ?? unknownText(request.backend.unknowns),
    );
  const common = { chain: fingerprints(pair.chain), fields: own, rule: 'RFC 8446, section 4.4.3' };
  const problem = serverKeyProblem(facts);
  if (problem !== null)
    return {
      ...common,
      state: 'failed',
      summary: `${subjectText(leaf)}, but its key cannot sign this handshake`,
      explanation: cannotSignText(context, problem),
    };
  const proven = pair.keyProof === 'proven';
  const elsewhere = proven ? null : serverKeyElsewhere(context);
  const stated = keyOfHost(context);
  const key = proven ? 'key matches' : stated === null ? 'key not proven' : 'key held by the host';
  const names = dnsNames(leaf);
  const named = names.length === 0 ? 'no SAN' : `SAN ${joined(names)}`;
  return {
    ...common,
    state: proven || stated !== null ? 'passed' : 'not-proven',
    summary: `${subjectText(leaf)}, ${key}, ${named}`,
    explanation: proven ? KEY_PROVEN : (stated ?? elsewhere ?? KEY_NOT_PROVEN),
    keyElsewhere: elsewhere !== null,
  };
}

function cannotSignText(
  { facts, backendName }: StepContext,
  problem: NonNullable<ReturnType<typeof serverKeyProblem>>,
): string {
  if (problem === 'other-type')
    return `The key of ${backendName} is of another type than its certificate. ${processOf(facts)} loads both and cannot use them.`;
  const key = facts.server?.pair?.chain[0]?.publicKey.text ?? 'this key';
  if (problem === 'curve')
    return `In TLS 1.2 a key on this curve counts only when the gateway offers the curve; it offers ${joined(facts.offer.groups)}. The key is ${key}.`;
  return `TLS has no signature algorithm for ${key} that both sides offer.`;
}

/** Only software that takes a key of another type comes to the handshake with it. */
function processOf({ request: { backend } }: StepContext['facts']): string {
  const isServer = backend.kind === 'nginx' || backend.kind === 'strict';
  return (isServer ? backendWords(loaderOf(backend)).process : null) ?? 'Its software';
}

function pairFailure(
  { fields, backendName }: StepContext,
  own: readonly FieldRef[],
  failure: BackendFailure,
): StepDraft {
  const { process, pairRule } = backendWords(failure.loader);
  const needs = 'a certificate and the key that belongs to it';
  return {
    state: 'failed',
    summary:
      process === null
        ? 'the key does not belong to the certificate'
        : `${process} cannot load the certificate and key`,
    explanation: refusalText(failure, backendName),
    evidence: refusalEvidence(failure, needs, fields.serverKey),
    fields: own,
    rule: pairRule,
  };
}
