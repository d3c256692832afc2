import type {
  Assignment,
  Blob,
  Guide,
  SetAside,
  WorkspaceFile,
  WorkspaceOptions,
} from '../model/index.ts';

/** What one dropped file became. */
export interface DropSummary {
  readonly path: string;
  readonly became:
    | 'manifests'
    | 'guide'
    | 'certificates-or-keys'
    | 'assignments'
    | 'archive'
    | 'set-aside'
    | 'already-here';
  /** Documents taken, for manifests and guides. */
  readonly documents: number;
}

/** What a drop adds to a workspace. */
export interface WorkspaceAddition {
  readonly files: readonly WorkspaceFile[];
  readonly guides: readonly Guide[];
  readonly blobs: readonly Blob[];
  readonly setAside: readonly SetAside[];
  readonly assignments: readonly Assignment[];
  readonly options?: Partial<WorkspaceOptions>;
  /** One entry a file, those inside archives included, in the order they were read. */
  readonly summary: readonly DropSummary[];
}
