import { policyFor } from '../gateway-api/index.ts';
import type { BackendTarget, Connection, EffectivePolicy } from '../gateway-api/types.ts';
import type { Handshake } from '../handshake/types.ts';
import type { DraftHop, DraftNode } from './draft.ts';
import { handshakesByConnection } from './handshake-of.ts';
import { hopMode } from './hop-mode.ts';
import type { TopologyInput } from './input.ts';
import type { TlsHop, Verdict } from './types.ts';
import { isWorse, verdictOfHandshake } from './verdict.ts';

interface Judged {
  readonly mode: TlsHop['mode'];
  readonly sni: string | null;
  readonly verdict: Verdict;
  readonly label: string;
  readonly breaksAt: TlsHop['breaksAt'];
}

interface Context {
  readonly input: TopologyInput;
  readonly handshakes: ReadonlyMap<string, Handshake>;
  /** Ids of Gateways with a client certificate for their backends. */
  readonly presenting: ReadonlySet<string>;
}

/** One hop per gateway and backend port. The worst of its connections gives mode, verdict and words. */
export function draftHops(
  input: TopologyInput,
  nodes: ReadonlyMap<string, DraftNode>,
): readonly DraftHop[] {
  const { connections, index, references } = input.resolution;
  const context: Context = {
    input,
    handshakes: handshakesByConnection(connections, input.handshakes),
    presenting: new Set(
      references.flatMap(({ kind, from }) =>
        kind === 'clientCertificateRef' ? [from.objectId] : [],
      ),
    ),
  };
  const hops = new Map<string, Gathered>();
  for (const connection of connections) {
    const source = index.byId.get(connection.gatewayId)?.key;
    const target = connection.backend.target.key;
    if (source === undefined || !nodes.has(source) || !nodes.has(target)) continue;
    const port = portOf(connection.backend);
    const id = `${source}⇄${target}:${port ?? ''}`;
    const judged = judge(connection, context);
    const hop = hops.get(id) ?? gather({ id, source, target, port }, judged);
    hops.set(id, hop);
    hop.connectionIds.push(connection.id);
    addMembers(hop.members, connection, context);
    if (isWorse(judged.verdict, hop.worst.verdict)) hop.worst = judged;
  }
  return [...hops.values()].map(({ ends, worst, connectionIds, members }) => ({
    ...worst,
    ...ends,
    connectionIds,
    members: [...members].filter((key) => nodes.has(key)),
  }));
}

/** A hop while its connections are told one by one. */
interface Gathered {
  readonly ends: Pick<DraftHop, 'id' | 'source' | 'target' | 'port'>;
  readonly connectionIds: string[];
  readonly members: Set<string>;
  worst: Judged;
}

function gather(ends: Gathered['ends'], worst: Judged): Gathered {
  return { ends, connectionIds: [], members: new Set([ends.source, ends.target]), worst };
}

function portOf(backend: BackendTarget): number | null {
  return backend.kind === 'missing' ? null : backend.port;
}

function judge(connection: Connection, { input, handshakes, presenting }: Context): Judged {
  const upstream = input.programmed.get(connection.id) ?? null;
  const handshake = handshakes.get(connection.id);
  const mode = upstream
    ? hopMode(upstream, input.backends.get(connection.id))
    : declaredMode(connection, input, presenting);
  const unjudged = mode === 'plain-http' ? 'No BackendTLSPolicy' : 'Not checked';
  return {
    mode,
    sni: upstream?.sni?.value ?? null,
    verdict: handshake ? verdictOfHandshake(handshake) : 'unknown',
    label: handshake?.outcome.headline ?? unjudged,
    breaksAt: handshake ? breaksAt(handshake) : null,
  };
}

/** Up to step 6 the gateway's side is at fault, from step 7 on the backend's. */
function breaksAt(handshake: Handshake): TlsHop['breaksAt'] {
  if (verdictOfHandshake(handshake) !== 'error') return null;
  return (handshake.outcome.causeStep ?? 8) <= 6 ? 'source' : 'target';
}

/** Without a known implementation only the objects speak: a policy on the Service asks for TLS. */
function declaredMode(
  connection: Connection,
  { resolution: { policies } }: TopologyInput,
  presenting: ReadonlySet<string>,
): TlsHop['mode'] {
  if (!policyOf(connection, policies)) return 'plain-http';
  return presenting.has(connection.gatewayId) ? 'mutual-tls' : 'one-way-tls';
}

function policyOf(
  { backend }: Connection,
  policies: TopologyInput['resolution']['policies'],
): EffectivePolicy | undefined {
  const portName = backend.kind === 'service' ? backend.portName : undefined;
  return policyFor(policies, backend.target.key, portName);
}

function addMembers(members: Set<string>, connection: Connection, { input }: Context): void {
  const { byId } = input.resolution.index;
  const policyId =
    input.programmed.get(connection.id)?.policy?.objectId ??
    policyOf(connection, input.resolution.policies)?.policyId;
  for (const id of [connection.routeId, input.backends.get(connection.id)?.workloadId, policyId]) {
    const key = id === undefined ? undefined : byId.get(id)?.key;
    if (key !== undefined) members.add(key);
  }
}
