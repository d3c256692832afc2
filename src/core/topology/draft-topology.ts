import type { Draft, DraftEdge, DraftHop } from './draft.ts';
import { draftGrants } from './draft-grants.ts';
import { draftHops } from './draft-hops.ts';
import { draftNodes } from './draft-nodes.ts';
import { draftReferences } from './draft-references.ts';
import { draftVerifies } from './draft-verifies.ts';
import type { TopologyInput } from './input.ts';

/** What is drawn and why, before anything has a place. */
export function draftTopology(input: TopologyInput): Draft {
  const nodes = draftNodes(input);
  const edges: readonly DraftEdge[] = [
    ...draftReferences(input, nodes),
    ...draftGrants(input, nodes),
    ...draftVerifies(input, nodes),
  ];
  return { nodes, edges, hops: withIdentities(draftHops(input, nodes), edges) };
}

/** A hop's path takes in what its gateway, policy and workload name as identity and trust. */
function withIdentities(
  hops: readonly DraftHop[],
  edges: readonly DraftEdge[],
): readonly DraftHop[] {
  const named = new Map<string, string[]>();
  for (const { source, target, via } of edges) {
    if (via !== 'trust' && via !== 'client-certificate' && via !== 'mount') continue;
    const targets = named.get(source);
    if (targets) targets.push(target);
    else named.set(source, [target]);
  }
  return hops.map((hop) => ({
    ...hop,
    members: [...new Set([...hop.members, ...hop.members.flatMap((key) => named.get(key) ?? [])])],
  }));
}
