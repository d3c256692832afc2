import type { Finding } from '../../model/index.ts';
import { badRequestTitle } from '../exchange/bad-request.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import type { StepContext } from '../steps/draft.ts';
import { targetText, versionsText } from '../steps/request-steps.ts';
import { subjectText } from '../text/certificate-names.ts';
import {
  blameConnection,
  blameField,
  blameTarget,
  makeFinding,
  type Blame,
  type FindingDraft,
} from './draft.ts';
import { asksForClient, clientKeyDraft, refusedKeyDraft } from './key-drafts.ts';

/** Findings about the two ends: plain against TLS, nothing in common, client certificate missing or not wanted. */
export function connectionFindings(context: StepContext): readonly Finding<HandshakeFindingCode>[] {
  const drafts = [
    endDraft(context),
    clientKeyDraft(context),
    missingDraft(context),
    unusedDraft(context),
  ];
  const nginx = isNginx(context) ? { nginx: 'true' } : undefined;
  return drafts.flatMap((draft) =>
    draft === null
      ? []
      : [makeFinding(context, { ...draft, params: { ...nginx, ...draft.params } })],
  );
}

function endDraft(context: StepContext): FindingDraft | null {
  const { request, result, facts } = context;
  const target = targetText(request.connection.backend);
  const { policy, reason, mode } = request.programmed;
  const byPolicy = policy ? blameField(context, policy) : blameConnection(context);
  if (mode === 'blocked') return null;
  const common = { severity: 'error', step: 3 } as const;
  switch (result.end) {
    case 'plaintext-to-tls': {
      const answer = badRequestTitle(result.end, facts);
      return {
        ...common,
        code: 'TLS-PLAINTEXT-TO-TLS-PORT',
        step: 2,
        blame: blameTarget(context),
        params: {
          target,
          ...(reason !== undefined && { reason }),
          ...(answer !== null && { answer }),
        },
        ...(!isNginx(context) && { source: 'GEP-1897' }),
      };
    }
    case 'tls-to-plaintext':
      return { ...common, code: 'TLS-TO-PLAINTEXT-PORT', blame: byPolicy, params: { target } };
    case 'server-name-rejected':
      return {
        ...common,
        code: 'TLS-SERVER-NAME-REJECTED',
        blame: byPolicy,
        key: facts.sni ?? '',
        params: { host: facts.sni ?? '' },
      };
    default:
      return refusedKeyDraft(context) ?? negotiationDraft(context);
  }
}

/** What the two ends do not have in common. */
function negotiationDraft(context: StepContext): FindingDraft | null {
  const { result, facts, server } = context;
  const own = server?.fields.server;
  const common = {
    severity: 'error',
    step: 3,
    blame: own ? blameField(context, own) : blameConnection(context),
  } as const;
  switch (result.end) {
    case 'no-shared-version':
      return {
        ...common,
        code: 'TLS-NO-SHARED-VERSION',
        params: { offered: versionsText(facts.offer.versions) },
      };
    case 'no-shared-cipher':
    case 'no-signature-algorithm':
      return { ...common, code: 'TLS-NO-SHARED-CIPHER' };
    case 'no-shared-group':
      return { ...common, code: 'TLS-NO-SHARED-GROUP' };
    case 'no-application-protocol':
      return { ...common, code: 'TLS-NO-SHARED-PROTOCOL' };
    default:
      return null;
  }
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
    ...(!isNginx(context) && { source: 'GEP-3155; RFC 8446, section 4.4.2.4' }),
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
    ...(!isNginx(context) && { source: 'RFC 8446, section 4.3.2' }),
  };
}

/** Words of nginx's configuration are for an nginx backend alone. */
function isNginx({ request }: StepContext): boolean {
  return request.backend.software === 'nginx';
}

function blameGateway(context: StepContext): Blame {
  const { clientReference } = context.fields;
  return blameField(
    context,
    clientReference ?? { objectId: context.request.connection.gatewayId, path: ['spec'] },
  );
}
