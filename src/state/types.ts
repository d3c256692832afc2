import type { ObjectEdit } from '../core/edits/types.ts';
import type {
  Assignment,
  Blob,
  Guide,
  ImplementationId,
  SetAside,
  StepNumber,
  TextEdit,
  Workspace,
  WorkspaceFile,
  WorkspaceOptions,
} from '../core/model/index.ts';
import type { Variant } from '../core/what-if/types.ts';

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
      /** Given to a workspace that was empty before. */
      readonly name?: string;
      readonly files: readonly WorkspaceFile[];
      readonly guides: readonly Guide[];
      readonly blobs: readonly Blob[];
      readonly setAside: readonly SetAside[];
      readonly assignments: readonly Assignment[];
      readonly options?: Partial<WorkspaceOptions>;
    }
  | {
      readonly type: 'replace-workspace';
      readonly label: string;
      readonly workspace: Workspace;
      /** That of a workspace kept on the device; absent for one that is new. */
      readonly workspaceId?: string;
    }
  | {
      readonly type: 'edit-text';
      readonly label: string;
      readonly edits: readonly TextEdit[];
      /** Commands that follow each other with the same label and key become one history entry. */
      readonly coalesce?: string;
    }
  /** An edit of objects: text, new files, and what the user has said about objects that have other names now. */
  | ({ readonly type: 'edit-objects'; readonly label: string } & Pick<
      ObjectEdit,
      'edits' | 'files' | 'renamed'
    > & { readonly options?: Partial<WorkspaceOptions> })
  | { readonly type: 'assign'; readonly label: string; readonly assignment: Assignment }
  | { readonly type: 'unassign'; readonly label: string; readonly target: string }
  | {
      readonly type: 'unlock-blob';
      readonly label: string;
      readonly blobId: string;
      readonly pem: string;
    }
  | { readonly type: 'remove-file'; readonly label: string; readonly fileId: string }
  | { readonly type: 'remove-blob'; readonly label: string; readonly blobId: string }
  | { readonly type: 'dismiss-set-aside'; readonly label: string; readonly id: string }
  | {
      readonly type: 'set-options';
      readonly label: string;
      readonly options: Partial<WorkspaceOptions>;
      /** As for `edit-text`: a held arrow key moves the date in one history entry. */
      readonly coalesce?: string;
    }
  | { readonly type: 'rename'; readonly label: string; readonly name: string };

export type DockTab = 'handshake' | 'yaml' | 'problems' | 'status' | 'data-plane';

/** Where the user is looking: not in the history, not in the analysis. */
export interface ViewState {
  /** The workspace (or the welcome screen), or the questions of a new setup in its place. */
  readonly screen: 'workspace' | 'new-setup';
  readonly selection: Selection;
  readonly dockTab: DockTab;
  readonly connectionId: string | null;
  /** File shown in the YAML tab, and a range to reveal once (`nonce` changes per request). */
  readonly reveal: {
    readonly fileId: string;
    readonly start: number;
    readonly end: number;
    readonly nonce: number;
  } | null;
  readonly graphMode: 'graph' | 'outline';
  readonly dialog: DialogName;
  /** What the dialog `object` is about, or for which object `certificate` issues one. */
  readonly objectTask: ObjectTask | null;
  /** Code of the check whose page the dialog `checks` shows; null shows the list alone. */
  readonly check: string | null;
  /** The certificate that the dialog `certificate` issues again; null when it issues a new one. */
  readonly renewal: string | null;
  readonly theme: ThemeChoice;
  /** The lens: whose verdict is shown. Null follows the connection's own gateway. */
  readonly lens: ImplementationId | null;
  readonly dock: 'open' | 'collapsed' | 'maximised';
  /** What lies over the main view when the window is too narrow for three columns. */
  readonly sheet: 'none' | 'workspace' | 'inspector';
  /** Which page the one-column layout shows. */
  readonly page: 'outline' | 'dock';
  /** Asked for by the inspector's Chain tab; the frame widens when there is room. */
  readonly inspectorWide: boolean;
  /** Single-letter shortcuts (WCAG 2.1.4: they can be switched off). */
  readonly letterKeys: boolean;
  /** A variant of the workspace that is on show in its place; null shows the documents themselves. */
  readonly simulation: Variant | null;
  /** What the dialog `what-if` shows. */
  readonly whatIf: WhatIfTab;
}

/** Something to be done with an object, for which more has to be known. */
export type ObjectTask =
  | {
      readonly do: 'rename' | 'duplicate' | 'move' | 'delete' | 'create' | 'issue';
      readonly objectKey: string;
    }
  /** `to` is known when a line was drawn between two. */
  | { readonly do: 'connect'; readonly objectKey: string; readonly to: string | null }
  /** Beside an object, or alone. */
  | { readonly do: 'add'; readonly objectKey: string | null };
/** The pages of the dialog `what-if`. */
export type WhatIfTab = 'dates' | 'faults' | 'rotation' | 'comparison';

export type DialogName =
  | 'none'
  | 'export'
  | 'paste'
  | 'examples'
  | 'workspaces'
  | 'palette'
  | 'shortcuts'
  | 'settings'
  | 'checks'
  | 'object'
  | 'conversion'
  | 'certificate'
  | 'what-if';

export type ThemeChoice = 'light' | 'dark' | 'system';

/** One step back or forward: the workspace as it was before (past) or after (future) it. */
export interface HistoryEntry {
  readonly label: string;
  readonly workspace: Workspace;
  readonly coalesce?: string;
  /** Set where another workspace was opened: which one it was on that side of the step, and what "Edited" compared with. */
  readonly left?: { readonly workspaceId: string; readonly baseline: Workspace };
}

export interface HistoryState {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

export interface StudioState {
  readonly workspace: Workspace;
  /** Which of the device's workspaces this is; every workspace that is opened or begun has its own. */
  readonly workspaceId: string;
  /** Rises with every change of the workspace, undo and redo included. */
  readonly revision: number;
  readonly history: HistoryState;
  /** The workspace as opened or last exported: what "Edited" compares with. */
  readonly baseline: Workspace;
  readonly view: ViewState;
}
