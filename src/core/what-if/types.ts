import type { Analyzer, AnalyzeOptions, ConnectionVerdict } from '../analysis/index.ts';
import type { ImplementationId, Workspace } from '../model/index.ts';

/** What every question here is asked with. `analyze` keeps its memory: variants share most of their work. */
export interface WhatIfContext extends Pick<
  AnalyzeOptions,
  'now' | 'crypto' | 'systemRoots' | 'checkpoint'
> {
  readonly analyze: Analyzer;
  /** The gateway through which the connection is looked at; absent: as the manifests say. */
  readonly lens?: ImplementationId;
  /** Told after each analysis. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The workspace with something changed in memory; the workspace it was made from stays as it is. */
export interface Variant {
  /** `Wrong CA`, `Step 1: trust both CAs`. */
  readonly title: string;
  readonly workspace: Workspace;
  /** What differs, one line each: `Secret payments-identity, tls.crt`. */
  readonly changed: readonly string[];
}

/** What one implementation makes of one connection. */
export interface Outlook extends Omit<ConnectionVerdict, 'connectionId'> {
  readonly implementation: ImplementationId;
}
