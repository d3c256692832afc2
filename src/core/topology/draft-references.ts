import type { Reference, ReferenceKind } from '../gateway-api/types.ts';
import type { FieldPath } from '../model/index.ts';
import type { DraftNode, DraftReference, EdgeVia } from './draft.ts';
import { isLive } from './draft-nodes.ts';
import type { TopologyInput } from './input.ts';

/** Parts of a path that name no relation of their own. */
const INCIDENTAL = new Set(['name', 'namespace', 'kind', 'group', 'port', 'sectionName']);

/** The field's own name: `spec.parentRefs[0].name` reads as `parentRefs`. */
function labelOf({ kind, from }: Reference): string {
  if (kind === 'volume') return 'volumes';
  if (kind === 'env') return 'env';
  return lastName(from.path) ?? kind;
}

function lastName(path: FieldPath): string | undefined {
  return path.findLast((step): step is string => typeof step === 'string' && !INCIDENTAL.has(step));
}

function viaOf(kind: ReferenceKind): EdgeVia {
  switch (kind) {
    case 'parentRef':
      return 'parent';
    case 'backendRef':
      return 'backend';
    case 'selector':
      return 'selector';
    case 'policyTarget':
      return 'policy-target';
    case 'caCertificateRef':
    case 'secretRef':
      return 'trust';
    case 'clientCertificateRef':
      return 'client-certificate';
    case 'gatewayClass':
    case 'parametersRef':
      return 'above';
    case 'listenerCertificateRef':
      return 'below';
    case 'volume':
    case 'env':
      return 'mount';
    default:
      return kind satisfies never;
  }
}

/**
 * One edge for each pair of drawn objects and field name; two rules with the same backend are one
 * line. The first field found stands for it.
 */
export function draftReferences(
  input: TopologyInput,
  nodes: ReadonlyMap<string, DraftNode>,
): readonly DraftReference[] {
  const { references, index } = input.resolution;
  const edges = new Map<string, DraftReference>();
  for (const reference of references) {
    const source = index.byId.get(reference.from.objectId)?.key;
    const target = nodes.get(reference.target.key);
    if (source === undefined || !nodes.has(source) || !target) continue;
    if (!isLive(reference, input.resolution) || source === target.id) continue;
    const label = labelOf(reference);
    const id = `${source}|${label}|${target.id}`;
    const denied = reference.permission === 'denied';
    const known = edges.get(id);
    if (known && (known.denied || !denied)) continue;
    edges.set(id, {
      id,
      kind: 'reference',
      source,
      target: target.id,
      label,
      field: reference.from,
      denied,
      ghost: target.ghost && target.madeBy === undefined,
      arrow: reference.kind === 'parentRef' ? 'source' : 'target',
      via: viaOf(reference.kind),
    });
  }
  return [...edges.values()];
}
