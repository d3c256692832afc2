import type { ObjectIndex } from '../gateway-api/types.ts';
import type { ManifestObject, ParsedFile } from '../manifest/types.ts';
import type { FieldRef, Finding, QuickFix, Workspace } from '../model/index.ts';

/** A certificate that a fix may put somewhere. */
export interface FixCertificate {
  /** SHA-256 fingerprint, hex. */
  readonly id: string;
  /** Name a person knows it by. */
  readonly title: string;
  readonly pem: string;
  readonly dnsNames: readonly string[];
  readonly subject: string;
  /** Milliseconds since the epoch; null when the text is no time. */
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly isCa: boolean;
  readonly selfSigned: boolean;
  readonly extendedKeyUsage: readonly string[] | null;
  readonly subjectKeyId: string | null;
  /** Fingerprints of workspace certificates whose key verifies this one's signature. */
  readonly issuedBy: readonly string[];
  readonly places: readonly CertificateStand[];
}

/** One place where a certificate stands. */
export interface CertificateStand {
  /** `ConfigMap default/ca, ca.crt`. */
  readonly label: string;
  readonly field?: FieldRef;
  /** Position among the blocks of that place. */
  readonly block: number;
}

/** One connection, as far as a fix asks: what it leads to, and where both ends keep their certificates. */
export interface FixConnection {
  readonly id: string;
  readonly gatewayId: string;
  /** Key of the Service or Backend. */
  readonly targetKey: string;
  readonly targetId?: string;
  readonly portName?: string;
  /** Where the chain stands that the backend presents. */
  readonly chain?: FieldRef;
  /** Where the CAs stand that the backend demands of clients. */
  readonly clientCa?: FieldRef;
}

/** What a fix may look at. */
export interface FixContext {
  readonly workspace: Workspace;
  readonly parsed: readonly ParsedFile[];
  readonly index: ObjectIndex;
  readonly certificates: ReadonlyMap<string, FixCertificate>;
  readonly connections: readonly FixConnection[];
  /** The date of the analysis, milliseconds since the epoch. */
  readonly at: number;
}

/** Repairs for one finding, best first; none when nothing can be done as a text edit. */
export type FixMaker = (finding: Finding, context: FixContext) => readonly FixDraft[];

/** The same for a finding about `object`, given as it is written: with the fields that the API server drops. */
export type ObjectFixMaker = (
  finding: Finding,
  object: ManifestObject,
  context: FixContext,
) => readonly FixDraft[];

/** A fix before it has an id. */
export type FixDraft = Omit<QuickFix, 'id'>;
