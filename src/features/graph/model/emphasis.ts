import type { Topology, VerifiesEdge } from '../../../core/topology/types.ts';
import type { Selection } from '../../../state/index.ts';

/** What a selection does to the picture. Ids are those of nodes, hops and edges. */
export interface Emphasis {
  readonly selected: ReadonlySet<string>;
  readonly related: ReadonlySet<string>;
  /** Edges that leave or enter the selected node. */
  readonly lines: ReadonlySet<string>;
  /** When not null, everything outside is drawn back. */
  readonly focus: ReadonlySet<string> | null;
}

/**
 * Selected item, what it is related to, and, where there are several hops, the path that a hop or step
 * belongs to. `objectKey` is the object that the selection stands for, if any.
 */
export function emphasisOf(
  topology: Topology,
  selection: Selection,
  objectKey: string | null,
): Emphasis {
  switch (selection.kind) {
    case 'hop':
      return ofHop(topology, selection.hopId);
    case 'step':
      return ofStep(topology, selection.connectionId, selection.step);
    case 'object':
    case 'certificate':
    case 'finding':
    case 'blob':
    case 'file':
    case 'none':
      return objectKey === null ? NONE : ofObject(topology, objectKey);
    default:
      return selection satisfies never;
  }
}

const EMPTY: ReadonlySet<string> = new Set();
const NONE: Emphasis = { selected: EMPTY, related: EMPTY, lines: EMPTY, focus: null };

function ofObject({ edges, hops }: Topology, key: string): Emphasis {
  const own = edges.filter(({ source, target }) => source === key || target === key);
  const ends = [...own, ...hops.filter(({ source, target }) => source === key || target === key)];
  return {
    selected: new Set([key]),
    related: new Set(
      ends.flatMap(({ source, target }) => [source, target]).filter((id) => id !== key),
    ),
    lines: new Set(own.map(({ id }) => id)),
    focus: null,
  };
}

function ofHop(topology: Topology, hopId: string): Emphasis {
  const hop = topology.hops.find(({ id }) => id === hopId);
  if (!hop) return NONE;
  return {
    ...NONE,
    selected: new Set([hopId]),
    related: new Set([hop.source, hop.target]),
    focus: focusOn(topology, hop.connectionIds),
  };
}

function ofStep(topology: Topology, connectionId: string, step: number): Emphasis {
  const checks = topology.edges.filter(
    (edge): edge is VerifiesEdge =>
      edge.kind === 'verifies' && edge.step === step && serves(topology, edge, connectionId),
  );
  const hops = checks.length > 0 ? [] : hopsOf(topology, [connectionId]);
  return {
    selected: new Set([...checks, ...hops].map(({ id }) => id)),
    related: new Set(checks.flatMap(({ source, target }) => [source, target])),
    lines: new Set(checks.map(({ id }) => id)),
    focus: focusOn(topology, [connectionId]),
  };
}

/** Several connections share one line: it serves all whose hop has both of its ends. */
function serves(topology: Topology, edge: VerifiesEdge, connectionId: string): boolean {
  if (edge.connectionId === connectionId) return true;
  return hopsOf(topology, [connectionId]).some(
    ({ members }) => members.includes(edge.source) && members.includes(edge.target),
  );
}

function hopsOf({ hops }: Topology, connectionIds: readonly string[]): Topology['hops'] {
  return hops.filter((hop) => hop.connectionIds.some((id) => connectionIds.includes(id)));
}

/** With one hop there is nothing to draw back: it is the picture. */
function focusOn(topology: Topology, connectionIds: readonly string[]): Emphasis['focus'] {
  if (topology.hops.length < 2) return null;
  return new Set(hopsOf(topology, connectionIds).flatMap(({ id, members }) => [id, ...members]));
}
