import type { Evidence, EvidenceSide, FieldRef } from '../../model/index.ts';
import type { Certificate } from '../../pki/types.ts';
import type { VerifyEvent, VerifyResult } from '../../verify/types.ts';
import { formatDate, joined } from '../../words/index.ts';
import { keyIdText, shortName, subjectText } from '../text/certificate-names.ts';
import { errorLabel, errorNumber, libraryName } from './error-number.ts';
import { openEnd } from './open-end.ts';
import { reportedEvent } from './reported-event.ts';
import { verifyRule } from './verify-rules.ts';

/** How many of the paths tried are listed. */
const SHOWN_ATTEMPTS = 8;

export interface VerifyEvidenceRequest {
  readonly check: VerifyResult;
  readonly anchors: readonly Certificate[];
  /** Who trusts them: `the gateway`, `secure-app`. */
  readonly verifier: string;
  readonly at: number;
  readonly from: {
    readonly anchors?: FieldRef | undefined;
    readonly chain?: FieldRef | undefined;
  };
}

/** Both sides of the comparison that decided: what is trusted or asked for, and what the certificate says. */
export function verifyEvidence(request: VerifyEvidenceRequest): Evidence | undefined {
  const { check } = request;
  const event = reportedEvent(check);
  if (event === undefined) return undefined;
  const sides = sidesOf(event, request);
  const facts = check.events.map((one) => {
    const label = errorLabel(one);
    return `${label.charAt(0).toUpperCase()}${label.slice(1)} at depth ${one.depth}: ${one.text}`;
  });
  return { ...sides, facts: [...(check.events.length > 1 ? facts : []), ...attemptFacts(check)] };
}

/** Paths that a searching library tried, when there was more than one; more than a few tell nobody anything. */
function attemptFacts({ attempts = [] }: VerifyResult): readonly string[] {
  if (attempts.length < 2) return [];
  return attempts.slice(0, SHOWN_ATTEMPTS).map(({ path, error }) => {
    const names = path.map(({ subject }) => shortName(subject)).join(' ← ');
    return `Tried ${names}: ${error === undefined ? 'taken' : errorLabel(error)}`;
  });
}

function sidesOf(event: VerifyEvent, request: VerifyEvidenceRequest): Evidence {
  const { category, requires } = verifyRule(event);
  const certificate = request.check.path[event.depth];
  const from = fromOf(event, request);
  if (category === 'trust') return trustSides(request);
  if (category === 'time' && certificate !== undefined) {
    const ends = [10, 14].includes(errorNumber(event));
    const label = ends ? 'Valid to' : 'Valid from';
    const { epoch } = ends ? certificate.notAfter : certificate.notBefore;
    const value = formatDate(epoch, 'an unreadable date');
    return {
      expected: { label: 'As of', value: formatDate(request.at) },
      found: { label, value, detail: subjectText(certificate), ...from },
    };
  }
  return {
    expected: { label: `${libraryName(event.library)} asks for`, value: requires },
    found: {
      label: certificate === undefined ? 'Found' : subjectText(certificate),
      value: event.text,
      ...from,
    },
  };
}

/** A certificate above those that the peer sent comes from the trust list. */
function fromOf({ depth }: VerifyEvent, { check, from }: VerifyEvidenceRequest) {
  const field = depth >= check.untrustedCount ? from.anchors : from.chain;
  return field === undefined ? {} : { from: field };
}

function trustSides({ check, anchors, verifier, from }: VerifyEvidenceRequest): Evidence {
  const open = openEnd(check) ?? check.path.at(-1);
  const names = joined(anchors.map(({ subject }) => shortName(subject)));
  const [only] = anchors.length === 1 ? anchors : [];
  const expected: EvidenceSide = {
    label: `CA ${verifier} trusts`,
    value: names === '' ? 'none' : names,
    ...detail('Subject key ID', keyIdText(only?.extensions.subjectKeyId)),
    ...(from.anchors && { from: from.anchors }),
  };
  if (open === undefined) return { expected };
  const found: EvidenceSide = {
    label: 'Issuer in the certificate',
    value: shortName(open.issuer),
    ...detail('Authority key ID', keyIdText(open.extensions.authorityKeyId?.keyId)),
    ...(from.chain && { from: from.chain }),
  };
  return { expected, found };
}

function detail(label: string, value: string | undefined): { detail?: string } {
  return value === undefined ? {} : { detail: `${label} ${value}` };
}
