import type {
  ImplementationId,
  TextEdit,
  Workspace,
  WorkspaceFile,
  WorkspaceOptions,
} from '../model/index.ts';
import type { LossCode } from './wording/loss-wording.ts';
import type { NoteCode } from './wording/note-wording.ts';

/** From which implementation to which release of which other one. */
export interface ConversionRequest {
  readonly from: ImplementationId;
  readonly to: ImplementationId;
  /** Release line of `to`, e.g. `2.4`. */
  readonly version: string;
  /** Takes objects out that do nothing under the target; they stay otherwise. */
  readonly removeIdle: boolean;
}

/** A field as it is read by people, and where it stands. */
export interface Place {
  readonly objectKey: string;
  /** `Gateway infra/shop`. */
  readonly object: string;
  /** `spec.tls.backend.clientCertificateRef`; empty for the object as a whole. */
  readonly field: string;
}

/** What says the same under the target. Without `from` it is new, without `to` it is no longer needed. */
export interface MappedField {
  readonly from: Place | null;
  readonly to: Place | null;
  /** What is different about it; null when nothing is. */
  readonly note: { readonly code: NoteCode; readonly text: string } | null;
}

/** What the target cannot say, or says in another way. */
export interface NotExpressible {
  readonly code: LossCode;
  readonly at: Place;
  /** What the target does, in one or two sentences. */
  readonly fact: string;
  /** Source file, pull request or page that it rests on. */
  readonly source: string;
  /** The nearest that can be had: an imperative sentence. */
  readonly offer: string;
}

/** What a handshake hangs on at the side of the gateway. `tls`: whether there is TLS at all. */
export type OfferAspect =
  | 'tls'
  | 'versions'
  | 'suites'
  | 'groups'
  | 'schemes'
  | 'alpn'
  | 'server-name'
  | 'checked-names'
  | 'trust'
  | 'client-certificate';

/** What gateways say in a handshake, or hold the backend to, before and after; nothing is an empty list. */
export interface OfferChange {
  readonly aspect: OfferAspect;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Ids of the connections. */
  readonly connections: readonly string[];
}

/** A condition that the controller of the target is predicted to write in another way. */
export interface ConditionChange {
  readonly objectKey: string;
  /** `Gateway infra/shop`. */
  readonly object: string;
  readonly type: string;
  /** Null where the controller left behind writes no such condition. */
  readonly before: 'True' | 'False' | 'Unknown' | null;
  readonly after: 'True' | 'False' | 'Unknown';
  /** Of the one after. */
  readonly reason: string;
  readonly message: string;
}

/** An object that only the implementation left behind reads. */
export interface IdleObject {
  readonly objectKey: string;
  readonly object: string;
  readonly removed: boolean;
}

/** What a conversion comes to, as data: one history entry when it is applied. */
export interface Conversion {
  readonly request: ConversionRequest;
  /** `Convert to Envoy Gateway`. */
  readonly label: string;
  readonly edits: readonly TextEdit[];
  readonly files: readonly WorkspaceFile[];
  readonly renamed: Readonly<Record<string, string>>;
  readonly options: Partial<WorkspaceOptions>;
  /** Keys of the Gateways that were converted; empty when the files name none of `from`. */
  readonly gateways: readonly string[];
  readonly mapped: readonly MappedField[];
  readonly notExpressible: readonly NotExpressible[];
  /** All differences of the handshakes, those of defaults too. */
  readonly offers: readonly OfferChange[];
  readonly idle: readonly IdleObject[];
  /** The workspace with all of it applied. */
  readonly workspace: Workspace;
}
