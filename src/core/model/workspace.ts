import type { InstalledCrds } from './installed-crds.ts';
import type { ImplementationId } from './implementation.ts';
import type { TextRange } from './range.ts';

/** One editable text of YAML documents. Order in the workspace is apply order: the later object wins. */
export interface WorkspaceFile {
  readonly id: string;
  /** Unique in the workspace, `/`-separated. */
  readonly path: string;
  /** Exactly the bytes the user gave (decoded as UTF-8, BOM and line ends kept). */
  readonly text: string;
  /** Set when the text was carved out of a guide. */
  readonly origin?: { readonly guideId: string; readonly range: TextRange };
  /** Namespace of objects that name none, from `kubectl -n` on the command that the text came from. */
  readonly defaultNamespace?: string;
  /** Set when the bytes were not plain UTF-8: `text` is then what they were read as. */
  readonly encoding?: 'utf-16le' | 'utf-16be' | 'utf-8-with-errors';
}

/** A guide (Markdown or plain text) kept read-only as the origin of the files carved from it. */
export interface Guide {
  readonly id: string;
  readonly path: string;
  readonly text: string;
}

/** A dropped file that is no manifest: PEM, DER, PKCS#12, PKCS#7, or something not understood. */
export interface Blob {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Decrypted contents as PEM text, once the user has given the password. Memory only. */
  readonly unlocked?: string;
}

/** Where PEM material for an assignment comes from. */
export type MaterialRef =
  | { readonly kind: 'blob'; readonly blobId: string }
  | { readonly kind: 'object'; readonly objectKey: string; readonly dataKey: string };

/**
 * What a backend runs decides what a refused client gets: nginx answers 400, the others end the handshake, each in its
 * own way.
 */
export type BackendSoftware = 'nginx' | 'openssl' | 'go' | 'node';

/**
 * What the user says a workload or external host presents and demands; or the public part of what a controller makes:
 * `chain` stands for its certificate, `clientCa` for its CA.
 */
export interface Assignment {
  /** Object key of the workload, Service or Backend, `host:name:port`, or key of the Secret or ConfigMap that is made. */
  readonly target: string;
  readonly chain?: MaterialRef;
  readonly key?: MaterialRef;
  readonly clientCa?: MaterialRef;
  readonly verifyClient?: 'off' | 'on' | 'optional' | 'optional_no_ca';
  readonly verifyDepth?: number;
  readonly software?: BackendSoftware;
}

/** What was seen and put aside, with the reason: nothing a user drops is silently ignored. */
export interface SetAside {
  readonly id: string;
  readonly path: string;
  readonly reason: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  readonly guideId?: string;
  readonly range?: TextRange;
}

/** The only stored state. */
export interface Workspace {
  readonly name: string;
  readonly files: readonly WorkspaceFile[];
  readonly guides: readonly Guide[];
  readonly blobs: readonly Blob[];
  readonly setAside: readonly SetAside[];
  readonly assignments: readonly Assignment[];
  readonly options: WorkspaceOptions;
}

export interface WorkspaceOptions {
  /** ISO 8601 UTC, or null for "now" (the caller's clock). */
  readonly at: string | null;
  /** As `kubectl -n`. */
  readonly defaultNamespace: string;
  /** Per Gateway object key. */
  readonly implementationOverrides: Readonly<Record<string, ImplementationId>>;
  /** Version per implementation; absent means the newest known. */
  readonly versions: Readonly<Partial<Record<ImplementationId, string>>>;
  /** Absent means the standard channel of the newest release. */
  readonly crds?: InstalledCrds;
}
