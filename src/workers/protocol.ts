import type { DataPlaneAnswer } from '../core/analysis/data-plane/types.ts';
import type { HeldPair, Outlook, Placed, PlacedOnto, Placement } from '../core/analysis/index.ts';
import type { CertificateAgain, ReplacedCertificate } from '../core/analysis/renewal/index.ts';
import type { Answer, Comparison } from '../core/analysis/types.ts';
import type { DraftRequest, SetupDraft } from '../core/authoring/index.ts';
import type { ConversionAnswer, ConversionQuestion } from '../core/conversion/index.ts';
import type { EditAction, EditOutcome, ObjectForm } from '../core/edits/index.ts';
import type { ExampleId } from '../core/examples/index.ts';
import type { ExportChoice, PreparedExport } from '../core/export/index.ts';
import type { LanguageAnswers, LanguageQuestion } from '../core/language/index.ts';
import type { ImplementationId, TextEdit, Workspace } from '../core/model/index.ts';
import type { UnlockResult } from '../core/pki/index.ts';
import type { KeptText } from '../core/storage/index.ts';
import type { WhatIfAnswer, WhatIfQuestion } from '../core/what-if/index.ts';
import type { DroppedFile, WorkspaceAddition } from '../core/workspace/index.ts';

/** Questions with one answer each. */
export type WorkerRequest =
  | {
      readonly kind: 'read-drop';
      readonly files: readonly DroppedFile[];
      readonly existing: Workspace;
    }
  | { readonly kind: 'unlock'; readonly bytes: Uint8Array; readonly password: string }
  | { readonly kind: 'build-example'; readonly id: ExampleId; readonly now: number }
  | {
      readonly kind: 'export';
      readonly workspace: Workspace;
      readonly choice: ExportChoice;
      readonly now: number;
    }
  /** The workspace as the device may keep it: without private keys. */
  | { readonly kind: 'keep'; readonly workspace: Workspace }
  /** A newer question ends the work on an older one, which then fails. */
  | {
      readonly kind: 'data-plane';
      readonly workspace: Workspace;
      /** Null: as the manifests say. */
      readonly lens: ImplementationId | null;
      readonly connectionId: string;
    }
  /** As `data-plane`: the newest draft counts. Tells its progress while certificates are issued. */
  | { readonly kind: 'draft-setup'; readonly draft: DraftRequest }
  /** The edit as data: nothing is changed by asking. */
  | { readonly kind: 'edit'; readonly workspace: Workspace; readonly action: EditAction }
  | { readonly kind: 'form'; readonly workspace: Workspace; readonly objectKey: string }
  | {
      readonly kind: 'place';
      readonly workspace: Workspace;
      readonly blobId: string;
      readonly place: Placement;
    }
  | {
      readonly kind: 'place-onto';
      readonly workspace: Workspace;
      readonly blobIds: readonly string[];
      readonly objectKey: string;
      /** Null: as the manifests say. */
      readonly lens: ImplementationId | null;
      readonly now: number;
    }
  | { readonly kind: 'held-pairs'; readonly workspace: Workspace }
  | {
      readonly kind: 'replace-certificate';
      readonly workspace: Workspace;
      readonly certificateId: string;
      readonly again: CertificateAgain;
    }
  /** What edits would lead to; older questions are answered as well. */
  | {
      readonly kind: 'outlook';
      readonly workspace: Workspace;
      readonly edits: readonly TextEdit[];
      /** Null: as the manifests say. */
      readonly lens: ImplementationId | null;
      readonly now: number;
    }
  /** What the editor asks about a text; older questions are answered as well. */
  | { readonly kind: 'language'; readonly question: LanguageQuestion }
  /** Tells how far it is. */
  | { readonly kind: 'what-if'; readonly question: WhatIfQuestion; readonly now: number }
  /** As `what-if`. */
  | { readonly kind: 'convert'; readonly question: ConversionQuestion; readonly now: number };

/** What each question is answered with. */
export interface WorkerAnswers {
  readonly 'read-drop': WorkspaceAddition;
  readonly unlock: UnlockResult;
  readonly 'build-example': Workspace;
  readonly export: PreparedExport;
  readonly keep: KeptText;
  readonly 'data-plane': DataPlaneAnswer;
  readonly edit: EditOutcome;
  readonly form: ObjectForm | null;
  readonly 'draft-setup': SetupDraft;
  readonly place: Placed;
  readonly 'place-onto': PlacedOnto;
  readonly 'held-pairs': readonly HeldPair[];
  /** Null: it is not there any more, or cannot be written. */
  readonly 'replace-certificate': ReplacedCertificate | null;
  readonly outlook: Outlook;
  readonly language: LanguageAnswers[keyof LanguageAnswers];
  readonly 'what-if': WhatIfAnswer;
  readonly convert: ConversionAnswer;
}

/** How far the work on a question has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** From the page to the worker. A newer `analyze` cancels the older. */
export type ToWorker =
  | {
      readonly type: 'analyze';
      readonly revision: number;
      readonly workspace: Workspace;
      /** Null: as the manifests say. */
      readonly lens: ImplementationId | null;
      readonly now: number;
      /** Title of the variant that `workspace` is; absent for the documents themselves. */
      readonly simulation?: string;
    }
  | { readonly type: 'request'; readonly id: number; readonly request: WorkerRequest };

/** From the worker to the page: plain data only. */
export type FromWorker =
  | {
      readonly type: 'analysis';
      readonly revision: number;
      readonly lens: ImplementationId | null;
      readonly simulation?: string;
      readonly answer: Answer;
    }
  /** Follows the answer of the same revision. */
  | { readonly type: 'comparison'; readonly revision: number; readonly comparison: Comparison }
  | { readonly type: 'analysis-failed'; readonly revision: number; readonly message: string }
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly answer: WorkerAnswers[keyof WorkerAnswers];
    }
  /** Before the answer of the same id, any number of times. */
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'request-failed'; readonly id: number; readonly message: string };
