import type { ImplementationVerdict } from '../../analysis/types.ts';
import type { Blob, WorkspaceOptions } from '../../model/index.ts';
import type { Topology, Verdict } from '../../topology/types.ts';
import type { MaterialPicks, MaterialRow } from '../dropped/types.ts';
import type { GeneratedSetup, SetupChoices } from '../types.ts';

/** What a draft is made from. */
export interface DraftRequest {
  readonly choices: SetupChoices;
  readonly picks: MaterialPicks;
  /** Files that the workspace holds, for certificates that are dropped. */
  readonly blobs: readonly Blob[];
  /** Of the workspace that the setup goes to: its as-of date decides, too. */
  readonly options: WorkspaceOptions;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** An object of the draft, and where its text begins. */
export interface DraftObject {
  readonly key: string;
  readonly path: string;
  readonly start: number;
}

/** What the answers come to: manifests, picture and verdict. */
export interface SetupDraft {
  readonly setup: GeneratedSetup;
  /** Rows for dropped certificates; empty when they are issued. */
  readonly rows: readonly MaterialRow[];
  readonly objects: readonly DraftObject[];
  readonly topology: Topology;
  readonly verdict: {
    readonly verdict: Verdict;
    /** `All 11 steps pass`, `Fails at step 8`. */
    readonly headline: string;
    readonly connectionId: string | null;
    /** Title of the decisive step's reason, where there is one. */
    readonly cause: string | null;
  };
  /** The same manifests as every implementation sees them. */
  readonly implementations: readonly ImplementationVerdict[];
}

/** How one draft is followed: `checkpoint` throws or rejects to cancel, `onIssue` tells how many certificates are made. */
export interface DraftWatch {
  readonly checkpoint?: () => Promise<void>;
  readonly onIssue?: (done: number, total: number) => void;
}
