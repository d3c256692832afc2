import type { FieldRef, Severity, StepNumber } from '../model/index.ts';

export type Row = 'routing' | 'traffic' | 'server-identity' | 'client-identity';
export type Tile = 'square' | 'ink' | 'round';
export type Verdict = 'ok' | 'warning' | 'error' | 'unknown';

export interface TopologyNode {
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
  /** Worst severity of its findings and of the steps it takes part in; null when all is well. */
  readonly mark: Severity | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type TopologyEdge =
  | {
      readonly id: string;
      readonly kind: 'reference';
      readonly source: string;
      readonly target: string;
      /** Last field name, e.g. `clientCertificateRef`. */
      readonly label: string;
      readonly field: FieldRef;
      readonly denied: boolean;
      readonly ghost: boolean;
    }
  | {
      /** From what is presented to what it is checked against. */
      readonly id: string;
      readonly kind: 'verifies';
      readonly source: string;
      readonly target: string;
      readonly step: StepNumber;
      readonly label: string;
      readonly verdict: Verdict;
      readonly field: FieldRef;
      readonly connectionId: string;
    };

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
}

export interface Lane {
  readonly row: Row;
  readonly y: number;
  readonly height: number;
}

/** A pure picture: positions in CSS pixels at zoom 1. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly hops: readonly TlsHop[];
  /** One set per packed component, top to bottom. */
  readonly lanes: readonly Lane[];
  readonly width: number;
  readonly height: number;
}
