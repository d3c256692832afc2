import type { FieldRef } from '../../model/index.ts';
import { curveOf } from '../../tls/signature-schemes.ts';
import { shortName, subjectText } from '../text/certificate-names.ts';
import { dataPlaneWords } from './data-plane-words.ts';
import { clientKeyElsewhere } from './key-elsewhere.ts';
import { fieldList, notApplicable, notChecked, type StepContext, type StepDraft } from './draft.ts';
import { joined } from '../../words/index.ts';

/** Why steps 4 to 6 do not apply. */
export const NOT_ASKED =
  'The backend does not ask for a client certificate, so the gateway shows none.';

/** What is said of a key that was tried, and of one that was not. */
export const KEY_PROVEN =
  'A signature made with the private key was verified with the public key of the certificate.';
export const KEY_NOT_PROVEN =
  'The private key is not among the files or cannot be tried here, so it is not proven that it belongs to the certificate.';

/** Step 4: the backend asks, or does not. */
export function requestClientStep({
  facts,
  server,
  fields,
  backendName,
  request,
}: StepContext): StepDraft {
  const block = facts.server?.block;
  if (block === undefined)
    return notChecked(
      'not known whether a client certificate is asked for',
      unknownText(request.backend.unknowns),
    );
  const { verifyClient } = block;
  if (verifyClient === 'off')
    return notApplicable(`${backendName} asks for no client certificate`, NOT_ASKED);
  const names = (facts.server?.clientAnchors ?? []).map(({ subject }) => shortName(subject));
  const directive = request.backend.origin === 'nginx' ? 'ssl_verify_client' : 'client certificate';
  const cas = names.length === 0 ? '' : `, CA name ${joined(names)}`;
  return {
    state: 'passed',
    summary: `${directive} ${verifyClient}${cas}`,
    explanation: `${backendName} asks for a client certificate${
      verifyClient === 'on' ? ' and refuses requests without one' : ' and goes on without one'
    }.`,
    fields: fieldList(fields.verifyClient, fields.clientCa, server?.fields.server),
    rule: ruleOf(request, 'RFC 8446, section 4.3.2', 'ssl_verify_client'),
  };
}

/** Step 5: the gateway shows its certificate and proves the key with a signature. */
export function presentClientStep(context: StepContext): StepDraft {
  const { facts, fields, request } = context;
  const own = fieldList(fields.clientReference, fields.clientChain, fields.clientKey);
  if (facts.gatewayFailure?.role === 'pair') return pairFailure(context, own);
  const block = facts.server?.block;
  const leaf = facts.gatewayPair?.chain[0];
  if (block?.verifyClient === 'off') {
    const unused = leaf ? ` The gateway has ${subjectText(leaf)} and does not need it here.` : '';
    return notApplicable('not asked for', `${NOT_ASKED}${unused}`);
  }
  if (!facts.gatewayPair || leaf === undefined) return withoutCertificate(context, block);
  if (facts.clientChain.length === 0)
    return {
      state: 'failed',
      summary: `${subjectText(leaf)}, but its key cannot sign this handshake`,
      explanation:
        'TLS has no signature algorithm for this key, so the gateway sends an empty certificate message.',
      fields: own,
      chain: fingerprints(facts.gatewayPair.chain),
      rule: 'RFC 8446, section 4.4.2.3',
    };
  if (context.result.end === 'client-curve') return curveFailure(context, own);
  const proven = facts.gatewayPair.keyProof === 'proven';
  const elsewhere = proven ? null : clientKeyElsewhere(context);
  const draft: StepDraft = {
    state: proven ? 'passed' : 'not-proven',
    summary: `${subjectText(leaf)}, ${proven ? 'key matches the certificate' : 'key not proven'}`,
    explanation: proven ? KEY_PROVEN : (elsewhere ?? KEY_NOT_PROVEN),
    keyElsewhere: elsewhere !== null,
    fields: own,
    chain: fingerprints(facts.gatewayPair.chain),
    rule: 'RFC 8446, section 4.4.3',
  };
  if (block !== undefined) return draft;
  const shown = `would present ${subjectText(leaf)}`;
  return { ...draft, ...notChecked(shown, unknownText(request.backend.unknowns)) };
}

/** An OpenSSL server refuses, in TLS 1.2, a signature of a key on a curve that the gateway did not offer. */
function curveFailure({ facts, backendName }: StepContext, fields: readonly FieldRef[]): StepDraft {
  const key = facts.clientChain[0]?.publicKey;
  const curve = (key && curveOf(key)) ?? 'this curve';
  const offered = joined(facts.offer.groups);
  return {
    state: 'failed',
    summary: `the key is on ${curve}, which the gateway does not offer as a group`,
    explanation: `In TLS 1.2 ${backendName} takes a client key only on a curve that the gateway offered: ${offered}. It answers with the alert illegal_parameter.`,
    evidence: {
      expected: { label: 'The gateway offers', value: offered },
      found: { label: 'Key of the certificate', value: curve },
    },
    fields,
    chain: fingerprints(facts.clientChain),
    rule: 'RFC 8422, section 5.1; OpenSSL tls12_check_peer_sigalg',
  };
}

function pairFailure({ facts }: StepContext, fields: StepDraft['fields']): StepDraft {
  const text = facts.gatewayFailure?.failure.text ?? '';
  const words = dataPlaneWords(facts.engine);
  return {
    state: 'failed',
    summary: `${words.process} cannot load the client certificate and key`,
    explanation: `${words.refusesFiles}: ${text}`,
    evidence: {
      expected: {
        label: `${words.process} loads`,
        value: 'a certificate and the key that belongs to it',
      },
      found: { label: `${words.process} says`, value: text },
    },
    fields: fields ?? [],
    rule: words.pairRule,
  };
}

function withoutCertificate(
  { fields, backendName, request }: StepContext,
  block: NonNullable<StepContext['facts']['server']>['block'] | undefined,
): StepDraft {
  if (block === undefined)
    return notChecked('no client certificate is configured', unknownText(request.backend.unknowns));
  if (block.verifyClient !== 'on')
    return notApplicable(
      'none is presented, and none is required',
      `${backendName} goes on without a client certificate.`,
    );
  return {
    state: 'failed',
    summary: 'the gateway has no client certificate',
    explanation: `${backendName} requires a client certificate. The gateway answers with an empty certificate message.`,
    evidence: {
      expected: {
        label: `${backendName} requires`,
        value: 'a client certificate',
        ...(fields.verifyClient && { from: fields.verifyClient }),
      },
      found: { label: 'The gateway presents', value: 'none' },
    },
    fields: fieldList(fields.clientReference, fields.verifyClient),
    rule: ruleOf(request, 'RFC 8446, section 4.4.2', 'ssl_verify_client'),
  };
}

/** A rule, with the directive that follows it where the backend is nginx. */
export function ruleOf(
  { backend }: StepContext['request'],
  rule: string,
  directive: string,
): string {
  return backend.software === 'nginx' ? `${rule}; nginx ${directive}` : rule;
}

/** What is missing, in the words of whoever noticed. */
export function unknownText(unknowns: readonly string[]): string {
  return unknowns.length === 0
    ? 'What the backend does is not among the files.'
    : unknowns.join(' ');
}

/** Certificate ids of a chain. */
export function fingerprints(
  chain: readonly { readonly fingerprint: string }[],
): readonly string[] {
  return chain.map(({ fingerprint }) => fingerprint);
}
