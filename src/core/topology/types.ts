import type { FieldRef, Severity, StepNumber } from '../model/index.ts';

export type Row = 'routing' | 'traffic' | 'server-identity' | 'client-identity';
export type Tile = 'square' | 'ink' | 'round';
export type Verdict = 'ok' | 'warning' | 'error' | 'unknown';

/** CSS pixels at zoom 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export interface TopologyNode extends Rect {
  /** Object key; for a ghost the key that is missing. Stable while the text is edited. */
  readonly id: string;
  /** Id of the winning object; absent for a ghost. */
  readonly objectId?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly tile: Tile;
  readonly row: Row;
  readonly rank: number;
  /** The one fact that decides: port, `no SAN`, `expired 10 Sep 2026`. */
  readonly fact: string;
  readonly ghost: boolean;
  /** Set for a ghost that a controller makes in the cluster: the object it makes it from, as text. */
  readonly madeBy?: string;
  /** Worst severity of its findings and of the steps it takes part in; null when all is well. */
  readonly mark: Severity | null;
}

/** A field of one object that names another. Drawn orthogonally, never under a node. */
export interface ReferenceEdge {
  readonly id: string;
  readonly kind: 'reference';
  /** The object that has the field. */
  readonly source: string;
  /** The object it names. */
  readonly target: string;
  /** Last field name, e.g. `clientCertificateRef`. */
  readonly label: string;
  readonly field: FieldRef;
  readonly denied: boolean;
  readonly ghost: boolean;
  /** Where the arrow head stands: `source` for parentRefs, which the request follows backwards. */
  readonly arrow: 'source' | 'target';
  /** Corner points from source to target. */
  readonly route: readonly Point[];
  /** Start of the label's baseline, or null where the field name would not fit. */
  readonly labelAt: Point | null;
}

/** From what is presented to what it is checked against. */
export interface VerifiesEdge {
  readonly id: string;
  readonly kind: 'verifies';
  readonly source: string;
  readonly target: string;
  readonly step: StepNumber;
  readonly label: string;
  readonly verdict: Verdict;
  readonly field: FieldRef;
  readonly connectionId: string;
  readonly route: readonly Point[];
  /** What the pill says: the label, or its step alone where the picture has no room for more. */
  readonly pill: string;
  /** Centre of the verdict pill. */
  readonly labelAt: Point;
}

export type TopologyEdge = ReferenceEdge | VerifiesEdge;

/** The Gateway⇄backend hop: one per gateway and Service port, standing for all its connections. */
export interface TlsHop {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly connectionIds: readonly string[];
  readonly mode: 'mutual-tls' | 'one-way-tls' | 'plain-http' | 'blocked';
  readonly sni: string | null;
  readonly verdict: Verdict;
  readonly label: string;
  /** Whose side the connection breaks on: who presented what was rejected. Null unless it fails. */
  readonly breaksAt: 'source' | 'target' | null;
  /** Null when the backend is not there to have one. */
  readonly port: number | null;
  /** Nodes that take part in it: gateway, routes, backend, workload, policy and identities. */
  readonly members: readonly string[];
  /** The tube's box; rails run 21 px above and below its middle. */
  readonly tube: Rect;
  /** Pipes that join the tube to a gateway or backend that does not stand beside it. */
  readonly leads: readonly (readonly Point[])[];
}

export interface Lane {
  readonly row: Row;
  readonly y: number;
  readonly height: number;
  /** `top` when a node of the first rank stands where the label would. */
  readonly label: 'left' | 'top';
}

/** A pure picture: positions in CSS pixels at zoom 1. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly hops: readonly TlsHop[];
  /** One set per backend with what stands around it, top to bottom. */
  readonly lanes: readonly Lane[];
  readonly width: number;
  readonly height: number;
  /** Smallest x of any line, never above 0; absent means 0. */
  readonly left?: number;
  /** The last group: objects that nothing refers to and that refer to nothing drawn. */
  readonly loose?: { readonly y: number; readonly height: number };
}
