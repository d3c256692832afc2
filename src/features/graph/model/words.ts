import type { TlsHop, TopologyEdge, TopologyNode } from '../../../core/topology/types.ts';
import { modeWords, verdictWords } from '../../../views/index.ts';

/** Longest list of relations in one accessible name. */
const RELATIONS = 6;

/** `Secret app-tls-secret` */
export function nodeTitle({ kind, name }: Pick<TopologyNode, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

/** The verdict word of a node; notes and nodes without findings are not judged here. */
export function nodeVerdict({ mark }: TopologyNode): string | null {
  return mark === 'error' || mark === 'warning' ? verdictWords[mark] : null;
}

/** Kind, name, namespace, verdict and relations: what the picture shows, as one sentence. */
export function nodeName(node: TopologyNode, relations: readonly string[]): string {
  const more = relations.length - RELATIONS;
  return [
    nodeTitle(node),
    node.namespace === '' ? null : `namespace ${node.namespace}`,
    node.fact === '' ? null : node.fact,
    node.ghost ? (node.madeBy ?? null) : nodeVerdict(node),
    ...relations.slice(0, RELATIONS),
    more > 0 ? `${String(more)} more` : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** `TLS hop gateway to secure-app port 8443, Mutual TLS, SNI …, Fails at step 8` */
export function hopName(hop: TlsHop, source: string, target: string): string {
  const port = hop.port === null ? '' : ` port ${String(hop.port)}`;
  const kind = hop.mode === 'plain-http' ? 'Hop' : 'TLS hop';
  return [
    `${kind} ${source} to ${target}${port}`,
    modeWords[hop.mode],
    hop.sni === null ? null : `SNI ${hop.sni}`,
    hop.label,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** One relation as its source says it: `caCertificateRefs: ConfigMap backend-cert`. */
export function outgoing(edge: TopologyEdge, target: TopologyNode): string {
  return edge.kind === 'verifies'
    ? `${edge.label}, checked against ${nodeTitle(target)}, ${verdictWords[edge.verdict]}`
    : `${edge.label}: ${nodeTitle(target)}${reach(edge)}`;
}

/** One relation as its target says it: `caCertificateRefs of BackendTLSPolicy backend-tls`. */
export function incoming(edge: TopologyEdge, source: TopologyNode): string {
  return edge.kind === 'verifies'
    ? `${edge.label}, checks ${nodeTitle(source)}, ${verdictWords[edge.verdict]}`
    : `${edge.label} of ${nodeTitle(source)}${edge.denied ? ', not permitted' : ''}`;
}

function reach(edge: Extract<TopologyEdge, { kind: 'reference' }>): string {
  if (edge.ghost) return ', not found';
  return edge.denied ? ', not permitted' : '';
}

/** `Step 8, Secret app-tls-secret checked against ConfigMap backend-cert, Fails` */
export function verifiesName(
  edge: Extract<TopologyEdge, { kind: 'verifies' }>,
  source: TopologyNode,
  target: TopologyNode,
): string {
  const rest = `${nodeTitle(source)} checked against ${nodeTitle(target)}`;
  return `${edge.label}, ${rest}, ${verdictWords[edge.verdict]}`;
}
