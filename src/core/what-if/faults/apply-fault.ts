import type { ConnectionEnds } from '../../analysis/index.ts';
import type { FieldRef, Workspace } from '../../model/index.ts';
import { encodePem, type IssuedCertificate } from '../../pki/index.ts';
import { certificatesIn, serverOf, trustOf } from '../connection-sides.ts';
import { Draft } from '../draft.ts';
import { serverAgain, serverNamed, strangerCa, type IssueAt } from '../issue-server.ts';
import { putClientCa, putServer, trustAlso } from '../put-material.ts';
import type { Variant } from '../types.ts';
import { faultTitle } from './fault-menu.ts';
import type { FaultId } from './types.ts';

/** What a fault works on. `ends` are those of `workspace`. */
export interface FaultRequest extends IssueAt {
  readonly workspace: Workspace;
  readonly ends: ConnectionEnds;
}

/**
 * The workspace as it would be with one fault. What it needs is issued here, in memory only; the workspace given stays as
 * it is. A fault that `faultRefusal` speaks against changes nothing.
 */
export async function applyFault(id: FaultId, request: FaultRequest): Promise<Variant> {
  const draft = new Draft(request.workspace, request.ends);
  await breakIn(draft, id, request);
  return draft.finish(faultTitle(id));
}

async function breakIn(draft: Draft, id: FaultId, request: FaultRequest): Promise<void> {
  const { ends } = request;
  switch (id) {
    case 'wrong-ca': {
      const { certificatePem } = await strangerCa('Another team CA', request);
      for (const material of trustOf(ends)) draft.write(material, certificatePem);
      return;
    }
    case 'expired':
      return reissued(draft, request, 'past');
    case 'not-yet-valid':
      return reissued(draft, request, 'future');
    case 'missing-intermediate':
      return withoutIntermediate(draft, request);
    case 'wrong-host-name': {
      const ca = await newCa(request);
      trustAlso(draft, ends, ca.certificatePem);
      putServer(draft, ends, await serverNamed(['another-host.example.com'], ca, request));
      return;
    }
    case 'wrong-client-ca': {
      const { certificatePem } = await strangerCa('Another team CA', request);
      putClientCa(draft, ends, certificatePem);
      return;
    }
    case 'no-client-certificate':
      withoutClientCertificate(draft, ends);
      return;
    case 'policy-deleted':
      if (ends.upstream?.policy !== undefined) draft.removeObject(ends.upstream.policy);
      return;
    default:
      id satisfies never;
  }
}

function newCa(request: FaultRequest): Promise<IssuedCertificate> {
  return strangerCa('What-if CA', request);
}

async function reissued(draft: Draft, request: FaultRequest, held: 'past' | 'future') {
  const ca = await newCa(request);
  trustAlso(draft, request.ends, ca.certificatePem);
  putServer(draft, request.ends, await serverAgain(request.ends, ca, request, held));
}

/** Leaves out the intermediates that there are; a chain without any gets one, which is then not sent. */
async function withoutIntermediate(draft: Draft, request: FaultRequest): Promise<void> {
  const { ends } = request;
  const chain = serverOf(ends)?.chain;
  const [leaf, ...rest] = certificatesIn(chain?.pem ?? '');
  if (chain !== undefined && leaf !== undefined && rest.length > 0) {
    const alone = encodePem('CERTIFICATE', leaf.der);
    if (!draft.write(chain, alone)) draft.assign('chain', alone);
    return;
  }
  const root = await newCa(request);
  const intermediate = await strangerCa('What-if issuing CA', request, root);
  trustAlso(draft, ends, root.certificatePem);
  putServer(draft, ends, await serverAgain(ends, intermediate, request, 'now'));
}

/** The reference goes; where one Secret holds the CA as well (kgateway's `secretRef`), its key pair does. */
function withoutClientCertificate(draft: Draft, { upstream }: ConnectionEnds): void {
  const client = upstream?.clientCertificate;
  if (client === undefined) return;
  const { chain, key, from } = client;
  const sharesReference =
    upstream?.trust?.kind === 'bundle' && sameField(upstream.trust.from, from);
  if (!sharesReference) {
    draft.removeField(from, 'The reference to the client certificate');
    return;
  }
  for (const { source } of [chain, key]) {
    if (source.kind === 'field') draft.removeField(source.field, source.label);
  }
}

function sameField(a: FieldRef, b: FieldRef): boolean {
  return a.objectId === b.objectId && a.path.join('\n') === b.path.join('\n');
}
