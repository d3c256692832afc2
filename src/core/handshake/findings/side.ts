import type { Certificate } from '../../pki/types.ts';
import type { VerifyResult } from '../../verify/types.ts';
import { shortName } from '../text/certificate-names.ts';
import type { Gap } from '../gap.ts';
import type { StepContext } from '../steps/draft.ts';
import { blameConnection, blameField, blameMaterial, type Blame } from './draft.ts';
import { joined } from '../../words/index.ts';

/** One of the two verifications, with what its findings blame. */
export interface Side {
  readonly role: 'server' | 'client';
  readonly step: 6 | 8;
  readonly check: VerifyResult;
  readonly gap: Gap | null;
  readonly anchors: readonly Certificate[];
  /** Who verifies: `The gateway`, `secure-app`. */
  readonly verifier: string;
  readonly depth: number;
  /** Object with the trusted CAs, and object with the presented chain. */
  readonly trust: Blame;
  readonly presenter: Blame;
}

/** Both verifications that took place, step 8 first. */
export function sidesOf(context: StepContext): readonly Side[] {
  return [serverSide(context), clientSide(context)].filter((side) => side !== null);
}

function serverSide(context: StepContext): Side | null {
  const { facts, request, server, serverGap } = context;
  if (facts.serverCheck === null) return null;
  const { trust, policy } = request.programmed;
  const byPolicy = policy ? blameField(context, policy) : blameConnection(context);
  return {
    role: 'server',
    step: 8,
    check: facts.serverCheck,
    gap: serverGap,
    anchors: facts.anchors ?? [],
    verifier: 'The gateway',
    depth: request.programmed.verifyDepth,
    trust: blameMaterial(context, trust?.kind === 'bundle' ? trust.material : undefined, byPolicy),
    presenter: blameMaterial(context, server?.chain, blameConnection(context)),
  };
}

function clientSide(context: StepContext): Side | null {
  const { facts, request, server, clientGap, backendName } = context;
  if (facts.clientCheck === null) return null;
  const certificate = request.programmed.clientCertificate;
  return {
    role: 'client',
    step: 6,
    check: facts.clientCheck,
    gap: clientGap,
    anchors: facts.server?.clientAnchors ?? [],
    verifier: backendName,
    depth: facts.server?.block.depth ?? 1,
    trust: blameMaterial(context, server?.clientCa, blameConnection(context)),
    presenter: blameMaterial(context, certificate?.chain, blameConnection(context)),
  };
}

/** The trusted CAs by name, for a sentence. */
export function trustedNames({ anchors }: Side): string {
  const names = joined(anchors.map(({ subject }) => shortName(subject)));
  return names === '' ? 'nothing' : names;
}

/** Who holds the certificate at a depth of the path: what the peer did not send comes from the trust list. */
export function holderAt({ check, trust, presenter }: Side, depth: number): Blame {
  return depth >= check.untrustedCount ? trust : presenter;
}
