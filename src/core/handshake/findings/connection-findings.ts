import type { Finding } from '../../model/index.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import type { StepContext } from '../steps/draft.ts';
import { targetText } from '../steps/request-steps.ts';
import { subjectText } from '../text/certificate-names.ts';
import {
  blameConnection,
  blameField,
  blameMaterial,
  blameTarget,
  makeFinding,
  type Blame,
  type FindingDraft,
} from './draft.ts';

/** Findings about the two ends: plain against TLS, nothing in common, client certificate missing or not wanted. */
export function connectionFindings(context: StepContext): readonly Finding<HandshakeFindingCode>[] {
  const drafts = [
    endDraft(context),
    clientKeyDraft(context),
    missingDraft(context),
    unusedDraft(context),
  ];
  return drafts.flatMap((draft) => (draft === null ? [] : [makeFinding(context, draft)]));
}

function endDraft(context: StepContext): FindingDraft | null {
  const { request, result, facts, server } = context;
  const target = targetText(request.connection.backend);
  const { policy, reason } = request.programmed;
  const byPolicy = policy ? blameField(context, policy) : blameConnection(context);
  const serverBlame = server?.fields.server
    ? blameField(context, server.fields.server)
    : blameConnection(context);
  if (request.programmed.mode === 'blocked') return null;
  const common = { severity: 'error', step: 3 } as const;
  switch (result.end) {
    case 'plaintext-to-tls':
      return {
        ...common,
        code: 'TLS-PLAINTEXT-TO-TLS-PORT',
        step: 2,
        blame: blameTarget(context),
        params: { target, ...(reason !== undefined && { reason }) },
      };
    case 'tls-to-plaintext':
      return { ...common, code: 'TLS-TO-PLAINTEXT-PORT', blame: byPolicy, params: { target } };
    case 'no-shared-version':
      return { ...common, code: 'TLS-NO-SHARED-VERSION', blame: serverBlame };
    case 'server-name-rejected':
      return {
        ...common,
        code: 'TLS-SERVER-NAME-REJECTED',
        blame: byPolicy,
        key: facts.sni ?? '',
        params: { host: facts.sni ?? '' },
      };
    case 'no-shared-cipher':
    case 'no-signature-algorithm':
      return (
        serverKeyDraft(context) ?? { ...common, code: 'TLS-NO-SHARED-CIPHER', blame: serverBlame }
      );
    default:
      return null;
  }
}

/** The backend's key is at fault when it cannot sign at all, or is of another type than its certificate. */
function serverKeyDraft(context: StepContext): FindingDraft | null {
  const { facts, server } = context;
  const pair = facts.server?.pair;
  const leaf = pair?.chain[0];
  const isOtherType = pair?.keyProof === 'other-type';
  if (leaf === undefined || (facts.negotiated !== 'no-signature-algorithm' && !isOtherType))
    return null;
  const blame = blameMaterial(
    context,
    isOtherType ? server?.key : server?.chain,
    blameConnection(context),
  );
  return keyDraft(7, blame, leaf, isOtherType);
}

/** The gateway's key, which then makes it answer with an empty Certificate message. */
function clientKeyDraft(context: StepContext): FindingDraft | null {
  const { facts, request } = context;
  const leaf = facts.gatewayPair?.chain[0];
  if (leaf === undefined || facts.clientChain.length > 0 || !asksForClient(context)) return null;
  const isOtherType = facts.gatewayPair?.keyProof === 'other-type';
  const certificate = request.programmed.clientCertificate;
  const material = isOtherType ? certificate?.key : certificate?.chain;
  return keyDraft(5, blameMaterial(context, material, blameConnection(context)), leaf, isOtherType);
}

function keyDraft(
  step: 5 | 7,
  blame: Blame,
  leaf: Parameters<typeof subjectText>[0],
  isOtherType: boolean,
): FindingDraft {
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
    },
  };
}

function asksForClient({ facts }: StepContext): boolean {
  return facts.server !== null && facts.server.block.verifyClient !== 'off';
}

function missingDraft(context: StepContext): FindingDraft | null {
  const { facts, request, fields } = context;
  if (request.programmed.mode !== 'tls' || facts.server?.block.verifyClient !== 'on') return null;
  if (facts.gatewayPair !== null || facts.gatewayFailure?.role === 'pair') return null;
  const from = fields.verifyClient;
  return {
    code: 'TLS-CLIENT-CERT-MISSING',
    severity: 'error',
    step: 5,
    blame: blameGateway(context),
    key: context.backendName,
    evidence: {
      expected: {
        label: 'The backend requires',
        value: 'a client certificate',
        ...(from && { from }),
      },
      found: { label: 'The gateway presents', value: 'none' },
    },
    params: request.programmed.isGrpc ? { isGrpc: 'true' } : {},
  };
}

function unusedDraft(context: StepContext): FindingDraft | null {
  const { facts, request } = context;
  const leaf = facts.gatewayPair?.chain[0];
  if (leaf === undefined || facts.server === null || asksForClient(context)) return null;
  if (request.programmed.mode !== 'tls') return null;
  return {
    code: 'TLS-CLIENT-CERT-NOT-ASKED',
    severity: 'note',
    step: 4,
    blame: blameGateway(context),
    key: context.backendName,
    params: { subject: subjectText(leaf) },
  };
}

function blameGateway(context: StepContext): Blame {
  const { clientReference } = context.fields;
  return blameField(
    context,
    clientReference ?? { objectId: context.request.connection.gatewayId, path: ['spec'] },
  );
}
