import type { Connection } from '../gateway-api/types.ts';
import type { HandshakeStep } from '../handshake/types.ts';
import type { UpstreamTls } from '../implementations/types.ts';
import type { FieldRef } from '../model/index.ts';
import { serverForSni } from '../workload/index.ts';
import type { BackendServer, BackendTls } from '../workload/types.ts';
import type { DraftNode, DraftVerifies } from './draft.ts';
import { handshakesByConnection } from './handshake-of.ts';
import type { TopologyInput } from './input.ts';
import { objectOfMaterial } from './roles.ts';
import { isWorse, stepOf, verdictOfState } from './verdict.ts';

interface Ends {
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly field: FieldRef | undefined;
}

interface Sides {
  readonly connection: Connection;
  readonly backend: BackendTls;
  readonly server: BackendServer | undefined;
  readonly upstream: UpstreamTls;
}

/**
 * Who is checked against what, for every connection whose handshake was run. Step 8 goes from the
 * presented certificate to the CA that the gateway trusts, step 6 from the gateway's certificate to
 * the CA that the backend trusts. Equal pairs are one line with the worst verdict.
 */
export function draftVerifies(
  input: TopologyInput,
  nodes: ReadonlyMap<string, DraftNode>,
): readonly DraftVerifies[] {
  const { connections, index } = input.resolution;
  const handshakes = handshakesByConnection(connections, input.handshakes);
  const edges = new Map<string, DraftVerifies>();
  /** The node of the first object that is drawn. */
  const nodeOf = (...objectIds: readonly (string | undefined)[]): string | undefined =>
    objectIds
      .map((id) => (id === undefined ? undefined : index.byId.get(id)?.key))
      .find((key) => key !== undefined && nodes.has(key));
  for (const connection of connections) {
    const handshake = handshakes.get(connection.id);
    const upstream = input.programmed.get(connection.id);
    const backend = input.backends.get(connection.id);
    if (!handshake || upstream?.mode !== 'tls' || !backend) continue;
    const sides: Sides = {
      connection,
      backend,
      upstream,
      server: serverForSni(backend.servers, upstream.sni?.value),
    };
    const found = [
      edgeOf(stepOf(handshake, 8), serverIdentity(sides, nodeOf), sides, nodes),
      edgeOf(stepOf(handshake, 6), clientIdentity(sides, nodeOf), sides, nodes),
    ];
    for (const edge of found) if (edge) merge(edges, edge);
  }
  return [...edges.values()];
}

type NodeOf = (...objectIds: readonly (string | undefined)[]) => string | undefined;

/** Trust without an object (system CAs) is checked against the policy that asks for it. */
function serverIdentity({ connection, backend, server, upstream }: Sides, nodeOf: NodeOf): Ends {
  const { trust, policy } = upstream;
  const bundle = trust?.kind === 'bundle' ? objectOfMaterial(trust.material) : undefined;
  return {
    source:
      nodeOf(objectOfMaterial(server?.chain), backend.workloadId) ?? connection.backend.target.key,
    target: nodeOf(bundle, trust?.from?.objectId, policy?.objectId),
    field: trust?.from ?? policy,
  };
}

function clientIdentity({ connection, backend, server, upstream }: Sides, nodeOf: NodeOf): Ends {
  const certificate = upstream.clientCertificate;
  if (!certificate) return { source: undefined, target: undefined, field: undefined };
  const ca = objectOfMaterial(server?.clientCa);
  const caField =
    server?.clientCa?.source.kind === 'field' ? server.clientCa.source.field : undefined;
  return {
    source: nodeOf(objectOfMaterial(certificate.chain), certificate.from.objectId),
    target: nodeOf(ca, backend.workloadId) ?? connection.backend.target.key,
    field: server?.fields.clientCa ?? caField ?? certificate.from,
  };
}

function edgeOf(
  step: HandshakeStep | undefined,
  { source, target, field }: Ends,
  { connection }: Sides,
  nodes: ReadonlyMap<string, DraftNode>,
): DraftVerifies | null {
  if (!step || step.state === 'not-applicable') return null;
  if (source === undefined || target === undefined || !field || source === target) return null;
  if (!nodes.has(source) || !nodes.has(target)) return null;
  const verifier = step.n === 6 ? connection.backend.target.name : null;
  return {
    id: `${source}|step ${step.n}|${target}`,
    kind: 'verifies',
    source,
    target,
    step: step.n,
    label: verifier === null ? `Step ${step.n}` : `Step ${step.n} · ${sentence(step, verifier)}`,
    verdict: verdictOfState(step.state),
    field,
    connectionId: connection.id,
    via: 'verifies',
  };
}

/**
 * The first reason in few words: `CN=gateway expired 10 Sep 2026; its CA …` says `expired`. Subject and
 * date stand on the node already.
 */
function reasonOf(summary: string): string {
  const [first = ''] = summary.split(';');
  return first
    .replace(/^[A-Z]+=\S+ /, '')
    .replace(/,? (on |since )?\d{1,2} [A-Z][a-z]{2} \d{4}$/, '');
}

/** A longer reason is left to the inspector. */
const REASON_LENGTH = 30;

function sentence({ state, summary, wouldBe }: HandshakeStep, verifier: string): string {
  switch (state) {
    case 'failed': {
      const reason = reasonOf(summary);
      return reason.length <= REASON_LENGTH
        ? `${verifier} rejects it: ${reason}`
        : `${verifier} rejects it`;
    }
    case 'passed':
    case 'warning':
      return `${verifier} accepts it`;
    case 'not-reached':
      if (wouldBe?.state === 'failed') return `${verifier} would reject it`;
      return wouldBe ? `${verifier} would accept it` : 'not reached';
    case 'not-applicable':
    case 'not-proven':
    case 'not-checked':
      return 'not checked';
    default:
      return state satisfies never;
  }
}

function merge(edges: Map<string, DraftVerifies>, edge: DraftVerifies): void {
  const known = edges.get(edge.id);
  if (!known || isWorse(edge.verdict, known.verdict)) edges.set(edge.id, edge);
}
