import { curveOf } from '../../tls/signature-schemes.ts';
import { signingRefusal } from '../../verify/boringssl/signing-usage.ts';
import { serverKeyProblem } from '../server-key-problem.ts';
import type { StepContext } from '../steps/draft.ts';
import { subjectText } from '../text/certificate-names.ts';
import { blameConnection, blameMaterial, type Blame, type FindingDraft } from './draft.ts';
import { joined } from '../../words/index.ts';

/** A key that has to sign and cannot, or that the peer does not take for that; null when none is at fault. */
export function refusedKeyDraft(context: StepContext): FindingDraft | null {
  switch (context.result.end) {
    case 'server-curve':
      return curveDraft(context, 8);
    case 'client-curve':
      return curveDraft(context, 5);
    case 'server-key-usage':
      return usageDraft(context);
    case 'no-shared-cipher':
    case 'no-signature-algorithm':
      return serverKeyDraft(context);
    default:
      return null;
  }
}

function curveDraft(context: StepContext, step: 5 | 7 | 8): FindingDraft | null {
  const { facts, request, server } = context;
  const [leaf] = step === 5 ? facts.clientChain : (facts.server?.pair?.chain ?? []);
  if (leaf === undefined) return null;
  const chain = step === 5 ? request.programmed.clientCertificate?.chain : server?.chain;
  return {
    code: 'TLS-CURVE-NOT-OFFERED',
    severity: 'error',
    step,
    blame: blameMaterial(context, chain, blameConnection(context)),
    key: leaf.fingerprint,
    params: {
      subject: subjectText(leaf),
      certificate: leaf.fingerprint,
      curve: curveOf(leaf.publicKey) ?? 'none',
      offered: joined(facts.offer.groups),
    },
  };
}

function usageDraft(context: StepContext): FindingDraft | null {
  const { facts, server } = context;
  const leaf = facts.server?.pair?.chain[0];
  if (leaf === undefined) return null;
  return {
    code: 'TLS-KEY-USAGE',
    severity: 'error',
    step: 8,
    blame: blameMaterial(context, server?.chain, blameConnection(context)),
    key: leaf.fingerprint,
    params: {
      subject: subjectText(leaf),
      certificate: leaf.fingerprint,
      usages: joined(leaf.extensions.keyUsage ?? []),
      reason: signingRefusal(leaf) ?? '',
    },
  };
}

/** The backend's key is at fault when it cannot sign at all, or is of another type than its certificate. */
function serverKeyDraft(context: StepContext): FindingDraft | null {
  const { facts, server } = context;
  const problem = serverKeyProblem(facts);
  const leaf = facts.server?.pair?.chain[0];
  if (problem === null || leaf === undefined) return null;
  if (problem === 'curve') return curveDraft(context, 7);
  const isOtherType = problem === 'other-type';
  const material = isOtherType ? server?.key : server?.chain;
  const blame = blameMaterial(context, material, blameConnection(context));
  return keyDraft(context, 7, blame, leaf, isOtherType);
}

/** The gateway's key, which then makes it answer with an empty Certificate message. */
export function clientKeyDraft(context: StepContext): FindingDraft | null {
  const { facts, request } = context;
  const leaf = facts.gatewayPair?.chain[0];
  if (leaf === undefined || facts.clientChain.length > 0 || !asksForClient(context)) return null;
  const isOtherType = facts.gatewayPair?.keyProof === 'other-type';
  const certificate = request.programmed.clientCertificate;
  const material = isOtherType ? certificate?.key : certificate?.chain;
  const blame = blameMaterial(context, material, blameConnection(context));
  return keyDraft(context, 5, blame, leaf, isOtherType);
}

function keyDraft(
  { facts }: StepContext,
  step: 5 | 7,
  blame: Blame,
  leaf: Parameters<typeof subjectText>[0],
  isOtherType: boolean,
): FindingDraft {
  const takesEd25519 = facts.offer.schemes.includes('ed25519');
  return {
    code: 'TLS-KEY-CANNOT-SIGN',
    severity: 'error',
    step,
    blame,
    key: leaf.fingerprint,
    params: {
      subject: subjectText(leaf),
      certificate: leaf.fingerprint,
      key: isOtherType ? 'a key of another type than the certificate' : leaf.publicKey.text,
      kinds: takesEd25519 ? 'EC P-256, RSA or Ed25519' : 'EC P-256 or RSA',
    },
  };
}

/** Whether the backend asks the gateway for a certificate, as far as that is known. */
export function asksForClient({ facts }: StepContext): boolean {
  return facts.server !== null && facts.server.block.verifyClient !== 'off';
}
