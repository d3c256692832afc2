import type { Connection, Reference } from '../gateway-api/types.ts';
import type { Handshake } from '../handshake/types.ts';
import type {
  FieldPath,
  FieldRef,
  Finding,
  ImplementationId,
  Severity,
  SourceRef,
  StepNumber,
  TextRange,
} from '../model/index.ts';
import type { BlobContents, CertificateFacts } from '../pki/index.ts';
import type { Topology, Verdict } from '../topology/types.ts';
import type { BackendOrigin } from '../workload/types.ts';
import type { Placement, Taker } from './placement/types.ts';
import type { ComparedStatus } from './status/types.ts';

/** One object as the tree, the inspector and the editor need it. */
export interface ObjectSummary {
  readonly id: string;
  readonly key: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly at: SourceRef;
  readonly nameRange: TextRange;
  /** A later definition replaces this one. */
  readonly shadowed: boolean;
  readonly mark: Severity | null;
  readonly fact: string;
  readonly certificateIds: readonly string[];
  /** Fields worth showing in the inspector: label, value, where. */
  readonly facts: readonly {
    readonly label: string;
    readonly value: string;
    readonly path: FieldPath;
  }[];
  readonly hasPrivateKey: boolean;
}

/** One place where a certificate stands. */
export interface CertificatePlace {
  readonly kind: 'object' | 'blob';
  readonly ownerId: string;
  readonly label: string;
  readonly field?: FieldRef;
  /** Position among the blocks of that place. */
  readonly block: number;
}

/** A certificate in plain JSON, with what the workspace makes of it. */
export interface CertificateSummary extends CertificateFacts {
  readonly places: readonly CertificatePlace[];
  /** Proven by a signature made with the key and verified with the certificate's public key. */
  readonly keyProof: 'proven' | 'mismatch' | 'no-key' | 'locked' | 'not-checked';
  /** Fingerprints of workspace certificates whose key verifies this one's signature. */
  readonly issuedBy: readonly string[];
}

/** A dropped file on the shelf. */
export interface BlobSummary {
  readonly id: string;
  readonly path: string;
  readonly content: BlobContents['content'];
  readonly certificateIds: readonly string[];
  readonly hasPrivateKey: boolean;
  /** One sentence: what it is and where it would go. */
  readonly suggestion: string;
  readonly placedAs: readonly string[];
  /** Where it could go, the best place first. */
  readonly places: readonly Placement[];
}

/** What one implementation makes of the manifests: an entry of the verdict strip, and what stands behind it. */
export interface ImplementationVerdict {
  readonly implementation: ImplementationId;
  readonly name: string;
  readonly version: string;
  /** The worst of its connections. */
  readonly verdict: Verdict;
  readonly headline: string;
  /** The Gateways of this workspace that run it, by object key. None: it was asked about all, as if it ran them. */
  readonly gateways: readonly string[];
  readonly connections: readonly ConnectionVerdict[];
  /** The conditions that its controller is predicted to write, beside those that the manifests carry. */
  readonly status: readonly ComparedStatus[];
}

/** What one implementation makes of one connection. */
export interface ConnectionVerdict {
  readonly connectionId: string;
  readonly verdict: Verdict;
  readonly headline: string;
  /** The step that ends it; null when none does. */
  readonly step: StepNumber | null;
  /** The line that says why, as the gateway or else the backend writes it; null when neither logs one. */
  readonly log: LogLine | null;
}

/** A log line without time stamp and request suffix, and who writes it. */
export interface LogLine {
  readonly by: 'gateway' | 'backend';
  readonly text: string;
}

/** How bad something is for each implementation that minds it. */
export type SeverityBy = Readonly<Partial<Record<ImplementationId, Severity>>>;

/** The same manifests as every implementation sees them. */
export interface Comparison {
  /** All of them, in lens order. */
  readonly implementations: readonly ImplementationVerdict[];
  /** Who makes a finding that only the asked make, and how bad it is there, by finding id. */
  readonly foundBy: Readonly<Record<string, SeverityBy>>;
}

export interface AnalysedConnection {
  readonly connection: Connection;
  /** `secure-app.example.com/ → secure-app:8443`. */
  readonly label: string;
  readonly mode: 'mutual-tls' | 'one-way-tls' | 'plain-http' | 'blocked' | 'unknown';
  readonly assignmentTarget: string;
  readonly backendOrigin: BackendOrigin;
  readonly unknowns: readonly string[];
}

export interface ValidationSummary {
  readonly documents: number;
  readonly objects: number;
  readonly references: { readonly total: number; readonly resolved: number };
  readonly keyPairs: { readonly total: number; readonly proven: number };
  readonly connections: { readonly total: number; readonly passing: number };
  readonly errors: number;
  readonly warnings: number;
}

/** Everything there is to show: plain JSON, no syntax trees, no key bytes. */
export interface Analysis extends Comparison {
  /** ISO 8601, the as-of date used. */
  readonly at: string;
  readonly objects: readonly ObjectSummary[];
  readonly references: readonly Reference[];
  readonly certificates: readonly CertificateSummary[];
  readonly blobs: readonly BlobSummary[];
  /** What certificates and keys can be put on. */
  readonly takers: readonly Taker[];
  readonly topology: Topology;
  readonly connections: readonly AnalysedConnection[];
  readonly handshakes: readonly Handshake[];
  readonly findings: readonly RenderedFinding[];
  readonly validation: ValidationSummary;
}

/** An analysis before the implementations are compared. */
export type Answer = Omit<Analysis, keyof Comparison>;

/** A finding with its catalogue text, ready to show; `code` is what tests match on. */
export interface RenderedFinding extends Finding {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly source: string;
  /** The certificate that is to be issued again to repair it, by fingerprint. */
  readonly reissues?: string;
  /** Field the finding is about, for the form and the graph. */
  readonly field?: FieldRef;
}

export interface AnalyzeOptions {
  /** The injected clock, milliseconds since the epoch; used when `workspace.options.at` is null. */
  readonly now: number;
  readonly crypto: Crypto;
  /** PEM of the system trust list, loaded lazily by the caller when a policy asks for it. */
  readonly systemRoots?: () => Promise<string>;
  /** Every Gateway is taken to run this implementation; absent: the one that the manifests name. */
  readonly lens?: ImplementationId;
  /** Gets everything but the comparison as soon as it is there. */
  readonly onAnswer?: (answer: Answer) => void;
  /** Called between slices; throws or rejects to cancel. */
  readonly checkpoint?: () => Promise<void>;
}
