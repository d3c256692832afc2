import type { ReferenceEdge, TlsHop, TopologyNode, VerifiesEdge } from './types.ts';

/** A node before it has a place. */
export interface DraftNode extends Omit<TopologyNode, 'x' | 'y' | 'width' | 'height'> {
  /** First appearance in the workspace: the tie-break of every ordering. */
  readonly order: number;
}

export interface DraftReference extends Omit<ReferenceEdge, 'route' | 'labelAt'> {
  /** What made it; decides the sides it leaves and enters by. */
  readonly via: EdgeVia;
}

export interface DraftVerifies extends Omit<VerifiesEdge, 'route' | 'labelAt' | 'pill'> {
  readonly via: 'verifies';
}

export type DraftEdge = DraftReference | DraftVerifies;

export type DraftHop = Omit<TlsHop, 'tube' | 'leads'>;

/** Shapes a line can have. */
export type EdgeVia =
  | 'parent'
  | 'backend'
  | 'selector'
  | 'policy-target'
  | 'trust'
  | 'client-certificate'
  | 'above'
  | 'below'
  | 'mount'
  | 'grant'
  | 'verifies';

/** What is drawn, before layout. */
export interface Draft {
  readonly nodes: ReadonlyMap<string, DraftNode>;
  readonly edges: readonly DraftEdge[];
  readonly hops: readonly DraftHop[];
}
