import type {
  Assignment,
  Blob,
  Guide,
  SetAside,
  StepNumber,
  TextEdit,
  Workspace,
  WorkspaceFile,
  WorkspaceOptions,
} from '../core/model/index.ts';

/** What the inspector shows. Views select; nothing else opens a place to look. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'object'; readonly objectKey: string }
  | { readonly kind: 'certificate'; readonly certificateId: string; readonly ownerId?: string }
  | { readonly kind: 'hop'; readonly hopId: string }
  | { readonly kind: 'step'; readonly connectionId: string; readonly step: StepNumber }
  | { readonly kind: 'finding'; readonly findingId: string }
  | { readonly kind: 'blob'; readonly blobId: string }
  | { readonly kind: 'file'; readonly fileId: string };

/** Everything that can change the workspace. One command is one history entry with a name. */
export type Command =
  | {
      readonly type: 'add';
      readonly label: string;
      readonly files: readonly WorkspaceFile[];
      readonly guides: readonly Guide[];
      readonly blobs: readonly Blob[];
      readonly setAside: readonly SetAside[];
      readonly assignments: readonly Assignment[];
      readonly options?: Partial<WorkspaceOptions>;
    }
  | { readonly type: 'replace-workspace'; readonly label: string; readonly workspace: Workspace }
  | { readonly type: 'edit-text'; readonly label: string; readonly edits: readonly TextEdit[] }
  | { readonly type: 'assign'; readonly label: string; readonly assignment: Assignment }
  | { readonly type: 'unassign'; readonly label: string; readonly target: string }
  | { readonly type: 'unlock-blob'; readonly label: string; readonly blobId: string; readonly pem: string }
  | { readonly type: 'remove-file'; readonly label: string; readonly fileId: string }
  | { readonly type: 'remove-blob'; readonly label: string; readonly blobId: string }
  | { readonly type: 'dismiss-set-aside'; readonly label: string; readonly id: string }
  | {
      readonly type: 'set-options';
      readonly label: string;
      readonly options: Partial<WorkspaceOptions>;
    };

export type DockTab = 'handshake' | 'yaml' | 'problems';

/** Where the user is looking: not in the history, not in the analysis. */
export interface ViewState {
  readonly selection: Selection;
  readonly dockTab: DockTab;
  readonly connectionId: string | null;
  /** File shown in the YAML tab, and a range to reveal once (`nonce` changes per request). */
  readonly reveal: { readonly fileId: string; readonly start: number; readonly end: number; readonly nonce: number } | null;
  readonly graphMode: 'graph' | 'outline';
  readonly dialog: 'none' | 'export' | 'paste' | 'examples' | 'palette' | 'shortcuts';
  readonly theme: 'light' | 'dark' | 'system';
}

export interface HistoryState {
  readonly past: readonly { readonly label: string; readonly workspace: Workspace }[];
  readonly future: readonly { readonly label: string; readonly workspace: Workspace }[];
}

export interface StudioState {
  readonly workspace: Workspace;
  /** Rises with every change of the workspace, undo and redo included. */
  readonly revision: number;
  readonly history: HistoryState;
  readonly view: ViewState;
}
